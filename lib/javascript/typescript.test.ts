import { expect, test } from "vitest";
import { openProcess } from "./process-for-tests";
import { runInJavaScript } from "./run-in-javascript";

async function run(code: string, given: Readonly<Record<string, string>> = {}) {
  const files = Object.entries(given).map(([path, text]) => ({ path, text }));
  const { process, request, printed, told } = await openProcess({
    program: { path: "main.ts", code },
    files,
  });
  await runInJavaScript(process, request);
  process.machine.dispose();
  return { ...printed, ended: told.find(({ type }) => type === "ended") };
}

test("a program in TypeScript runs, and so does what it imports", async () => {
  const { stdout, stderr } = await run(
    `import { half, type Half } from "./half.ts";\nconst n: Half = half(42 as number);\nconsole.log(n!);`,
    { "half.ts": "export type Half = number;\nexport const half = (n: number): Half => n / 2;" },
  );
  expect(stderr).toBe("");
  expect(stdout).toBe("21\n");
});

test("an error in it is told with the line and column that the learner sees", async () => {
  const { stderr } = await run(
    "interface Point {\n  x: number;\n}\nconst p = null as unknown as Point; console.log(p.x);",
  );
  expect(stderr).toContain("main.ts:4:50");
});

test.each([
  ["let a: number = = 1;", {}, "SyntaxError: Unexpected token", "main.ts:1:17"],
  ["const a = 1;\nenum Colour { Red }", {}, "an enum is more than a type", "main.ts:2:1"],
  ["import './broken.ts';", { "broken.ts": "let b: = 2;" }, "SyntaxError: Unexpected token", "broken.ts:1:8"],
])("what is no TypeScript is told with its place: %j", async (code, given, message, place) => {
  const { stderr, ended } = await run(code, given);
  expect(stderr).toContain(message);
  expect(stderr).toContain(place);
  expect(ended).toMatchObject({ end: { outcome: "raised" } });
});

test("checks call the functions of a program in TypeScript, and its starter's work is counted", async () => {
  const { process, request, told } = await openProcess({
    program: {
      path: "sum.ts",
      code: "export function sum(list: readonly number[]): number { return list.length; }",
    },
  });
  const cases = [{ id: "length", call: "sum", arguments: [[1, 2]], returns: 2 }];
  const starter =
    "export function sum(list: number[]): number { let n = 0; for (const _ of list) n += 1; return n; }";
  const work = { call: "sum", arguments: [[1, 2, 3]], starter };
  await runInJavaScript(process, { ...request, checks: { cases, script: null, work } });
  process.machine.dispose();
  const evidence = told.find((message) => message.type === "evidence")?.evidence;
  expect(evidence?.cases).toEqual([{ id: "length", outcome: "equal" }]);
  expect(evidence?.work).toMatchObject({ unit: "steps" });
});
