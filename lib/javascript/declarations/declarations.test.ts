import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { installCommands } from "../install-commands";
import { openProcess } from "../process-for-tests";
import { runInJavaScript } from "../run-in-javascript";
import { complaints } from "./complaints-for-tests";

const Names = z.array(z.string());
const LENIENT = ["--checkJs", "--noImplicitAny", "false", "--useUnknownInCatchVariables", "false"];

/** What a program finds on the machine. */
async function found<Schema extends z.ZodType>(expression: string, schema: Schema) {
  const code = `console.log(JSON.stringify(${expression}))`;
  const { process, request, printed } = await openProcess({ program: { path: "main.js", code } });
  installCommands(process.machine, () => {});
  await runInJavaScript(process, request);
  process.machine.dispose();
  return schema.parse(JSON.parse(printed.stdout));
}

test("every global of the machine is declared, but what no TypeScript of today knows", async () => {
  const names = await found("Object.getOwnPropertyNames(globalThis)", Names);
  expect(names).toContain("Pool");
  expect(await complaints({ "all.ts": names.map((name) => `void ${name};`).join("\n") })).toEqual([
    expect.stringContaining("Cannot find name 'InternalError'"),
    expect.stringContaining("Cannot find name 'Float16Array'"),
  ]);
});

test("every method of the console, of a Pool and of a decoder is declared", async () => {
  const owners = ["console", "performance", "process", "Pool.prototype", "TextDecoder.prototype"];
  const listed = owners.map((owner) => `Object.getOwnPropertyNames(${owner})`).join();
  const names = await found(`[${listed}]`, z.array(Names));
  const uses = owners.flatMap((owner, index) => (names[index] ?? []).map((name) => `void ${owner}.${name};`));
  expect(uses.length).toBeGreaterThan(30);
  expect(await complaints({ "all.ts": uses.join("\n") })).toEqual([]);
});

test.each(["fs", "fs/promises", "path", "process", "child_process", "util"])(
  "all that %s exports is declared, under both names of the module",
  async (name) => {
    const names = await found(`Object.keys(await import("node:${name}"))`, Names);
    expect(names).toContain("default");
    const wanted = names.map((each) => (each === "default" ? "default as whole" : each)).join(", ");
    const programs = ["", "node:"].map((prefix) => `export { ${wanted} } from "${prefix}${name}";\n`);
    expect(await complaints({ "bare.ts": programs[0] ?? "", "node.ts": programs[1] ?? "" })).toEqual([]);
  },
);

test.each([
  "document",
  "window",
  "fetch",
  "localStorage",
  "navigator",
  "Worker",
  "XMLHttpRequest",
  "require",
  "Buffer",
  "global",
])("%s is no name of the machine's", async (name) => {
  expect(await complaints({ "one.ts": `void ${name};` })).toEqual([
    expect.stringContaining(`Cannot find name '${name}'`),
  ]);
});

test("the programs that the machine runs use nothing that is not declared", async () => {
  const programs: Record<string, string> = {};
  for (const folder of ["playwright/programs-javascript", "content"])
    for (const name of await readdir(folder, { recursive: true }))
      if (folder === "content" ? /(solution|starter)\.js$/.test(name) : name.endsWith(".js"))
        programs[name.replaceAll("/", "_")] = await readFile(path.join(folder, name), "utf8");
  expect(Object.keys(programs).length).toBeGreaterThan(30);
  const unknown = /Cannot find|has no exported member|does not exist|Expected \d+ arguments/;
  const told = (await complaints(programs, LENIENT)).filter((line) => unknown.test(line));
  expect(told).toEqual([expect.stringContaining("made/deep/twice.js")]);
});

test("a Pool's results have the types of its function's, and its items are checked", async () => {
  const good = `const half = (n: number) => n / 2;
    const later = async (place: string, n: number) => place.repeat(n);
    export const results: number[] = await new Pool(2).map(half, [1, 2]);
    export const one: string = await new Pool().submit(later, "a", 2);
    for await (const each of new Pool().imap(half, new Set([1]))) each.toFixed();`;
  expect(await complaints({ "good.ts": good })).toEqual([]);
  const bad = `const half = (n: number) => n / 2;\nawait new Pool().map(half, ["1"]);\n`;
  expect(await complaints({ "bad.ts": bad })).toEqual([
    expect.stringMatching(/^bad\.ts\(2,28\).*'string\[\]' is not assignable to .*'Iterable<number>'/),
  ]);
});
