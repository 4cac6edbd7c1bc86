// What every npm command goes through, before anything is installed: Node's built-ins only, syntax of Node 20.
import { spawn, spawnSync } from "child_process";
import { createHash } from "crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "fs";
import net from "net";
import path from "path";
import { fileURLToPath } from "url";

const OLDEST_NODE = 20;
const INSTALL_STAMP = "node_modules/.lento-install";
const TEST_COURSE = { CONTENT_DIR: "playwright/content", QUIZZES_DIR: "playwright/quizzes" };
const isWindows = process.platform === "win32";

/** Something a person can mend: said in one sentence, without a stack. */
class Trouble extends Error {}

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** Runs a program to its end; what it prints goes straight through. Throws a Trouble with `problem` when it fails. */
function run(command, args, { env = {}, problem }) {
  const ended = spawnSync(command, args, { stdio: "inherit", env: environment(env), shell: isWindows });
  if (ended.status !== 0) throw new Trouble(problem);
}

/** The packages' own programs come first, and with them the Node that the project brings. */
function environment(more) {
  const bin = path.resolve("node_modules/.bin");
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    ...more,
  };
}

/** TypeScript that runs at build time, with the conditions of the server. */
const runBuildFile = (file, args, options) =>
  run("node", ["--conditions=react-server", "--import", "tsx", file, ...args], options);

function requireNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < OLDEST_NODE)
    throw new Trouble(
      `This is Node ${process.versions.node}; Lento needs ${OLDEST_NODE} or newer to install itself.`,
    );
}

function install() {
  const wanted = sha256(readFileSync("package-lock.json"));
  if (existsSync(INSTALL_STAMP) && readFileSync(INSTALL_STAMP, "utf8") === wanted) return;
  console.log("Installing the packages …");
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const ended = spawnSync("npm", args, {
    stdio: ["ignore", "inherit", "pipe"],
    encoding: "utf8",
    shell: isWindows,
  });
  if (ended.status !== 0) {
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(ended.stderr))
      throw new Trouble(
        "The packages could not be fetched: there is no way to the npm registry from this machine.",
      );
    console.error(ended.stderr);
    throw new Trouble("The packages could not be installed; npm says above why.");
  }
  writeFileSync(INSTALL_STAMP, wanted);
}

/** Every file below a folder, in a fixed order. */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => filesBelow(path.join(folder, name)));
}

/** Another course is built beside ours: see next.config.js. */
const distDirFor = ({ CONTENT_DIR }) => (CONTENT_DIR ? ".next-course" : ".next");

function build(course = {}) {
  const settings = { CONTENT_DIR: process.env.CONTENT_DIR, QUIZZES_DIR: process.env.QUIZZES_DIR, ...course };
  const content = settings.CONTENT_DIR || "content";
  const distDir = distDirFor(settings);
  const sources = [
    "app",
    "lib",
    content,
    settings.QUIZZES_DIR || "quizzes",
    "package-lock.json",
    "next.config.js",
  ];
  const inputs = [...sources, "instrumentation.ts", "tsconfig.json", "start.mjs"].flatMap(filesBelow);
  const contents = inputs.map((file) => `${file} ${sha256(readFileSync(file))}`);
  const fingerprint = sha256([...contents, settings.LINUX_IMAGE_URL ?? ""].join("\n"));
  const stamp = path.join(distDir, "lento-build");
  if (existsSync(stamp) && existsSync("public/machine.json") && readFileSync(stamp, "utf8") === fingerprint)
    return;

  console.log("Building …");
  const env = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  const problem = "The build failed; the lines above say where.";
  bundleMachine();
  checkCourse(env);
  run("next", ["build"], { env, problem });
  bundleVerifier(distDir);
  runBuildFile("lib/serving/service-worker.build.ts", [], { problem });
  runBuildFile("lib/serving/page-policy.build.ts", [distDir], { problem });
  runBuildFile("lib/serving/compile-hints.build.ts", [distDir], { problem });
  runBuildFile("lib/serving/compress.build.ts", [distDir], { problem });
  writeFileSync(stamp, fingerprint);
}

const bundleMachine = () =>
  runBuildFile("lib/machine/bundle.build.ts", [], { problem: "The machine could not be bundled." });

/** Into Next's folder, behind its build, which empties it. */
const bundleVerifier = (distDir) =>
  runBuildFile("lib/verify/bundle.build.ts", [distDir], { problem: "The verifier could not be bundled." });

const checkCourse = (env, args = []) =>
  runBuildFile("lib/course/course.build.ts", args, {
    env,
    problem: "The course has the mistakes listed above.",
  });

function requireFreePort(port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Trouble(`Port ${port} is taken: stop what listens there, or set PORT to another one.`)
          : error,
      ),
    );
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

/** Serves until it is told to stop; a signal goes on to the server, and its end is ours. */
function serve(args, port) {
  mkdirSync(process.env.DATA_DIR || "data", { recursive: true });
  const server = spawn("next", [...args, "-p", String(port)], {
    stdio: "inherit",
    // Ours end well by themselves: see lib/operating/end-gracefully.server.ts.
    env: environment(args.includes("start") ? { NEXT_MANUAL_SIG_HANDLE: "true" } : {}),
    shell: isWindows,
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code === null ? 0 : code));
}

function portFromEnvironment() {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Trouble(`PORT is "${process.env.PORT}"; it must be a number from 1 to 65535.`);
}

/** Playwright's own browser where it can be downloaded, else Debian's. */
function installBrowser() {
  const isFound = () =>
    spawnSync("node", ["playwright/find-browser.ts"], { env: environment({}) }).status === 0;
  if (isFound()) return;
  console.log("Installing a browser …");
  spawnSync("playwright", ["install", "chromium"], {
    stdio: "inherit",
    env: environment({}),
    timeout: 600_000,
  });
  if (isFound()) return;
  installPackages("chromium", "fonts-dejavu-core");
  if (!isFound())
    throw new Trouble("No browser was found and none could be installed: install Chromium, then go on.");
}

/** Debian's, where there are any; what needs them says so if they are not there. */
function installPackages(...packages) {
  const quiet = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update"], quiet);
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages], quiet);
}

/** Everything that can be said without a browser. */
function check() {
  const steps = [
    ["The layout of the code differs from the formatter's.", "oxfmt", ["--check", "."]],
    ["The linter found the problems above.", "oxlint", ["--deny-warnings"]],
    ["The types of the routes could not be made.", "next", ["typegen"]],
    ["The types do not fit.", "tsc", ["--noEmit"]],
    ["There is unused code.", "knip", ["--no-config-hints"]],
    ["There is code that only tests use.", "knip", ["--production", "--no-config-hints"]],
  ];
  bundleMachine();
  for (const [problem, command, args] of steps) run(command, args, { problem });
  checkCourse({}, ["--records"]);
  checkCourse(TEST_COURSE);
  run("vitest", ["run"], { problem: "A unit test failed." });
}

const commands = {
  async start() {
    const port = portFromEnvironment();
    await requireFreePort(port);
    install();
    build();
    console.log(`\nLento is at http://localhost:${port}\n`);
    serve(["start"], port);
  },
  build() {
    install();
    build();
  },
  "build:linux"() {
    install();
    runBuildFile("lib/linux/image.build.ts", [], { problem: "There is no Linux image." });
    // What was built before may have been built without it.
    for (const course of [{}, TEST_COURSE]) rmSync(`${distDirFor(course)}/lento-build`, { force: true });
  },
  async serve() {
    const port = portFromEnvironment();
    const distDir = distDirFor(process.env);
    if (!existsSync(`${distDir}/lento-build`))
      throw new Trouble('There is nothing to serve yet: run "npm run build" first.');
    await requireFreePort(port);
    serve(["start"], port);
  },
  async dev() {
    const port = portFromEnvironment();
    await requireFreePort(port);
    install();
    bundleMachine();
    bundleVerifier(distDirFor(process.env));
    serve(["dev"], port);
  },
  check() {
    install();
    check();
  },
  test() {
    install();
    installBrowser();
    check();
    build();
    build(TEST_COURSE);
    run("playwright", ["test"], { problem: "A journey failed." });
  },
  "test:long"() {
    install();
    installPackages("nginx-light");
    build();
    build(TEST_COURSE);
    run("playwright", ["test", "--project", "faults"], {
      env: { FAULTS: "long" },
      problem: "Something was lost under a fault.",
    });
  },
  bench() {
    install();
    installBrowser();
    build();
    runBuildFile("playwright/bench.ts", process.argv.slice(3), { problem: "The measuring failed." });
  },
  "new-lesson"() {
    install();
    runBuildFile("lib/course/new-lesson.build.ts", process.argv.slice(3), { problem: "No lesson was made." });
  },
  backup() {
    install();
    runBuildFile("lib/storage/backup.build.ts", process.argv.slice(3), { problem: "There is no backup." });
  },
  test262() {
    install();
    runBuildFile("lib/javascript/conformance/test262.build.ts", process.argv.slice(3), {
      problem: "The machine does not do what the engine alone does; the lines above say where.",
    });
  },
  record() {
    install();
    installBrowser();
    build();
    runBuildFile("playwright/record.ts", process.argv.slice(3), {
      problem: "The outputs could not be recorded.",
    });
  },
};

process.chdir(path.dirname(fileURLToPath(import.meta.url)));
const name = process.argv[2] || "start";
Promise.resolve()
  .then(() => {
    requireNode();
    return commands[name]();
  })
  .catch((error) => {
    if (!(error instanceof Trouble)) throw error;
    console.error(`\nnpm ${name === "start" || name === "test" ? name : `run ${name}`}: ${error.message}`);
    process.exitCode = 1;
  });
