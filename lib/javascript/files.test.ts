import { expect, test } from "vitest";
import { writtenFiles } from "@/lib/machine/file-tree";
import { ownPaths } from "@/lib/machine/program-files";
import { openProcess } from "./process-for-tests";
import { runInJavaScript } from "./run-in-javascript";

const IMPORTS = `import * as fs from "node:fs"; import * as files from "node:fs/promises"; import path from "node:path";\n`;

async function run(code: string, wanted: Parameters<typeof openProcess>[0] = {}) {
  const { process, request, printed, told } = await openProcess({
    ...wanted,
    program: { path: "main.js", code: IMPORTS + code },
  });
  await runInJavaScript(process, request);
  process.machine.dispose();
  const written = writtenFiles(process.kernel.files, request.files, { own: ownPaths(request) });
  const texts = written.files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes ?? undefined)]);
  return { ...printed, kernel: process.kernel, told, written: Object.fromEntries(texts) };
}
/** What a program prints that must not fail. */
async function print(code: string, wanted?: Parameters<typeof openProcess>[0]) {
  const { stdout, stderr } = await run(code, wanted);
  expect(stderr).toBe("");
  return stdout;
}

test("what is written stands in the files of the run, what was given does not", async () => {
  const { written, stderr } = await run(
    `
    fs.mkdirSync("out/deep", { recursive: true });
    fs.writeFileSync("out/deep/a.txt", fs.readFileSync("given.txt", "utf8").toUpperCase());
    fs.appendFileSync("out/deep/a.txt", "\\nmore ä€😀");
    fs.writeFileSync(path.join("out", "bytes.bin"), new Uint8Array([104, 105]));
  `,
    { files: [{ path: "given.txt", text: "given" }] },
  );
  expect(stderr).toBe("");
  expect(written).toEqual({ "out/bytes.bin": "hi", "out/deep/a.txt": "GIVEN\nmore ä€😀" });
});

test("a file is read as text or as bytes", async () => {
  const code = `
    const bytes = fs.readFileSync("a.txt");
    console.log(bytes, bytes.toString(), bytes instanceof Uint8Array, fs.readFileSync("a.txt", { encoding: "utf-8" }).length);
    console.log(JSON.stringify(fs.readFileSync("nul.txt", "utf8")), fs.readFileSync("nul.txt").length);
  `;
  const files = [
    { path: "a.txt", text: "hé" },
    { path: "nul.txt", text: "a\0b" },
  ];
  expect(await print(code, { files })).toBe(`Uint8Array(3) [ 104, 195, 169 ] hé true 2\n"a\\u0000b" 3\n`);
});

test("folders are listed, files told apart, moved, copied and removed", async () => {
  const code = `
    fs.mkdirSync("d"); fs.writeFileSync("d/b", "22"); fs.writeFileSync("d/a", "1");
    fs.renameSync("d/a", "d/c"); fs.copyFileSync("d/b", "d/copy");
    console.log(fs.readdirSync("d"), fs.readdirSync("d", { withFileTypes: true }).map((entry) => entry.isFile()));
    const about = fs.statSync("d/copy");
    console.log(about.size, about.isFile(), about.isDirectory(), fs.statSync("d").isDirectory(), about.mtime instanceof Date);
    fs.rmSync("d/b"); fs.rmSync("none", { force: true });
    console.log(fs.existsSync("d/b"), fs.existsSync("d/c"));
    fs.rmSync("d", { recursive: true });
    console.log(fs.existsSync("d"), fs.readdirSync("/"), fs.readdirSync("/tmp"));
  `;
  expect(
    await print(code, { settings: { disk: { latencyMs: 0, bytesPerSecond: 1e12 }, processes: 0 } }),
  ).toBe(
    "[ 'b', 'c', 'copy' ] [ true, true, true ]\n2 true false true true\nfalse true\nfalse [ 'home', 'tmp' ] []\n",
  );
});

test.each([
  [`fs.readFileSync("none.txt")`, "ENOENT", "ENOENT: no such file or directory, open 'none.txt'"],
  [`fs.readFileSync(".")`, "EISDIR", "EISDIR: illegal operation on a directory, open '.'"],
  [`fs.mkdirSync("/tmp")`, "EEXIST", "EEXIST: file already exists, mkdir '/tmp'"],
  [`fs.mkdirSync("a/b")`, "ENOENT", "ENOENT: no such file or directory, mkdir 'a/b'"],
  [`fs.readdirSync("main.js")`, "ENOTDIR", "ENOTDIR: not a directory, scandir 'main.js'"],
  [`fs.writeFileSync("main.js/x", "")`, "ENOTDIR", "ENOTDIR: not a directory, open 'main.js/x'"],
  [
    `fs.writeFileSync("main.js", "", { flag: "wx" })`,
    "EEXIST",
    "EEXIST: file already exists, open 'main.js'",
  ],
  [`fs.renameSync("none", "x")`, "ENOENT", "ENOENT: no such file or directory, rename 'none' -> 'x'"],
  [`fs.rmSync("/home/learner")`, "EISDIR", "EISDIR: illegal operation on a directory, rm '/home/learner'"],
  [
    `await files.readFile("none.txt", "utf8")`,
    "ENOENT",
    "ENOENT: no such file or directory, open 'none.txt'",
  ],
  [
    `await files.copyFile("none", "x")`,
    "ENOENT",
    "ENOENT: no such file or directory, copyfile 'none' -> 'x'",
  ],
])("%s is refused as in Node", async (code, name, message) => {
  const tried = `try { ${code}; } catch (error) { console.log(error instanceof Error, error.code, error.message, error.stack.includes("main.js:2")); }`;
  expect(await print(tried)).toBe(`true ${name} ${message} true\n`);
});

test("what is no path is refused with a type error", async () => {
  expect(
    await print(
      `try { fs.readFileSync(7) } catch (error) { console.log(error instanceof TypeError, error.code) }`,
    ),
  ).toBe("true ERR_INVALID_ARG_TYPE\n");
});

test("promises of files are the program's own, and copies wait for the disk at the same time", async () => {
  const code = `
    const reading = files.readFile("main.js", "utf8");
    console.log(reading instanceof Promise, (await reading).length > 0, files === fs.promises || fs.promises.stat.name);
    for (const name of ["a", "b", "c", "d"]) await files.writeFile(name, name);
    await Promise.all(["a", "b", "c", "d"].map((name) => files.copyFile(name, name + "2")));
    console.log(await files.readdir("."));
  `;
  const { stdout, stderr, kernel } = await run(code, {
    settings: { disk: { latencyMs: 30, bytesPerSecond: 1e9 }, processes: 0 },
  });
  expect(stderr).toBe("");
  expect(stdout).toContain("'a2'");
  expect(stdout).toContain("'d2'");
  const { meters } = kernel;
  expect(meters.chargedMs()).toBeCloseTo(4 * 30, 1);
  expect(meters.ioClockMs()).toBeLessThan(meters.chargedMs());
});

test("a copy that blocks waits as long as the disk takes, and what is read and written is counted", async () => {
  const { kernel, stderr, told } = await run(`fs.copyFileSync("given.txt", "copy.txt");`, {
    files: [{ path: "given.txt", text: "12345" }],
    settings: { disk: { latencyMs: 40, bytesPerSecond: 1e9 }, processes: 0 },
  });
  expect(stderr).toBe("");
  const ended = told.find((message) => message.type === "ended");
  expect(ended?.measurement.waitingMs).toBeGreaterThanOrEqual(39);
  expect([kernel.meters.totalReadBytes(), kernel.meters.totalWrittenBytes()]).toEqual([5, 5]);
});

test("paths are taken apart and put together as in Node", async () => {
  const code = `console.log([path.join("a", "..", "b/", "./c.txt"), path.basename("/x/y.tar.gz", ".gz"), path.dirname("/x/y"),
    path.dirname("y"), path.extname("a.b/c.txt"), path.extname(".hidden"), path.resolve("a", "../b"), path.isAbsolute("/a")].join(" "));`;
  expect(await print(code)).toBe("b/c.txt y.tar /x . .txt  /home/learner/b true\n");
});
