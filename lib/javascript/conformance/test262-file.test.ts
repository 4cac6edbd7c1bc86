import { expect, test } from "vitest";
import { runsOfTest } from "./test262-file";

const file = (description: string, code = "1;") => `// A licence.\n/*---\n${description}\n---*/\n${code}\n`;

test("a test is run as it is and in strict mode, with the harness that it asks for", () => {
  const runs = runsOfTest(file("description: all\nincludes: [compareArray.js]"));
  expect(runs.map(({ isStrict }) => isStrict)).toEqual([false, true]);
  expect(runs[0]?.includes).toEqual(["assert.js", "sta.js", "compareArray.js"]);
  expect(runs[1]?.code).toMatch(/^"use strict";/);
  expect(runs[0]).toMatchObject({ isAsync: false, error: null });
});

test("flags say which ways there are", () => {
  const waysOf = (flag: string) => runsOfTest(file(`flags: [${flag}]`)).map(({ isStrict }) => isStrict);
  expect(waysOf("noStrict")).toEqual([false]);
  expect(waysOf("onlyStrict")).toEqual([true]);
  expect(waysOf("raw")).toEqual([false]);
  expect(runsOfTest(file("flags: [raw]"))[0]?.includes).toEqual([]);
  expect(runsOfTest(file("flags: [async]"))[0]).toMatchObject({
    isAsync: true,
    includes: ["assert.js", "sta.js", "doneprintHandle.js"],
  });
});

test("a module runs once, and is one even where it neither imports nor exports", () => {
  expect(runsOfTest(file("flags: [module]", "this;"))[0]?.code).toMatch(/export \{\};$/);
  expect(runsOfTest(file("flags: [module]", "export {};"))).toHaveLength(1);
});

test("what must fail says by which error", () => {
  expect(runsOfTest(file("negative:\n  phase: parse\n  type: SyntaxError"))[0]?.error).toBe("SyntaxError");
});

test("what needs another realm or other agents is left out", () => {
  expect(runsOfTest(file("features: [cross-realm]"))).toEqual([]);
  expect(runsOfTest(file("description: agents", "$262.agent.start('');"))).toEqual([]);
});
