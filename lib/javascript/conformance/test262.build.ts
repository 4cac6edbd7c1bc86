import { fork } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { modes } from "./modes";
import { Test262Result, type Test262Job } from "./test262-result";

/**
 * Judges the machine's JavaScript by a copy of test262: what the engine alone does right, it must do right too, plain,
 * counted and watched. Takes the folder with `harness` and `test` in it, then files or folders below `test`.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { jobs: { type: "string", default: String(availableParallelism()) } },
});
const [given, ...parts] = positionals;
if (given === undefined || !existsSync(path.join(given, "harness")))
  throw new Error("Name the folder of a copy of test262: the one with `harness` and `test` in it.");
const folder = path.resolve(given);

/** What the counting pass refuses by design: code that is made while the program runs, and `with`. */
const UNCOUNTABLE = /\beval\b|Function\b|evalScript|fnGlobalObject|\bwith\s*\(/;
/** A child's engine keeps what broken programs leave. */
const FILES_A_CHILD = 400;

const waiting = (parts.length === 0 ? ["language", "built-ins"] : parts).flatMap(testsBelow);
const figures = { files: 0, runs: 0, passedByEngine: 0 };
const verdicts = new Map<string, { passed: number; refused: number; failed: number }>(
  modes.map((mode) => [mode, { passed: 0, refused: 0, failed: 0 }]),
);

const judge = path.resolve("node_modules/.cache/test262-judge.mjs");
await build({
  entryPoints: [path.join(import.meta.dirname, "judge-test262.child.ts")],
  outfile: judge,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node22",
  packages: "external",
  loader: { ".guest.js": "text" },
  logLevel: "error",
});
await Promise.all(Array.from({ length: Number(values.jobs) }, judgeUntilDone));

console.log(
  `\n${figures.files} files, ${figures.runs} runs; the engine alone passes ${figures.passedByEngine}. Of these on the machine:`,
);
for (const [mode, { passed, refused, failed }] of verdicts)
  console.log(`${mode}: ${passed} passed, ${refused} refused by design, ${failed} failed`);
if ([...verdicts.values()].some(({ failed }) => failed > 0)) process.exitCode = 1;

async function judgeUntilDone(): Promise<void> {
  while (waiting.length > 0) await judgeInChild();
}

/** One child, until it has judged its share or broken down. */
function judgeInChild(): Promise<void> {
  const child = fork(judge, { execArgv: ["--stack-size=4000"] });
  let judged = 0;
  let file: string | undefined;
  const next = () => {
    file = judged < FILES_A_CHILD ? waiting.shift() : undefined;
    judged += 1;
    if (file === undefined) child.disconnect();
    else child.send({ folder, file } satisfies Test262Job);
  };
  child.on("message", (message) => {
    note(Test262Result.parse(message));
    next();
  });
  next();
  return new Promise((resolve) => {
    child.once("exit", (exitCode) => {
      if (file !== undefined) console.log(`${file}: its judge ended with ${exitCode}`);
      resolve();
    });
  });
}

function note({ file, runs }: Test262Result) {
  const code = readFileSync(path.join(folder, "test", file), "utf8");
  figures.files += 1;
  for (const { isStrict, engine, machine } of runs) {
    figures.runs += 1;
    if (engine === null) figures.passedByEngine += 1;
    for (const [mode, wrong] of Object.entries(machine)) {
      const verdict = verdicts.get(mode);
      if (verdict === undefined) continue;
      if (wrong === null) verdict.passed += 1;
      else if (mode === "counted" && UNCOUNTABLE.test(code)) verdict.refused += 1;
      else {
        verdict.failed += 1;
        console.log(`${file}${isStrict ? " (strict)" : ""}, ${mode}: ${wrong}`);
      }
    }
  }
}

function testsBelow(part: string): string[] {
  if (!statSync(path.join(folder, "test", part)).isDirectory()) return [part];
  return readdirSync(path.join(folder, "test", part))
    .toSorted()
    .map((name) => path.posix.join(part, name))
    .flatMap((name) => (/_FIXTURE\.\w+$/.test(name) ? [] : testsBelow(name)))
    .filter((name) => name.endsWith(".js"));
}
