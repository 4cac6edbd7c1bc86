import { expect, test } from "vitest";
import { openProcess } from "./process-for-tests";
import { runInJavaScript } from "./run-in-javascript";

type Given = Partial<Record<string, string>>;

/** What a program prints, given files beside it by their paths. */
async function run(code: string, given: Given = {}, before: readonly string[] = []) {
  const files = Object.entries(given).map(([path, text]) => ({ path, text: text ?? "" }));
  const { process, request, printed, told } = await openProcess({
    program: { path: "main.js", code },
    before: before.map((code, index) => ({ path: `before-${index}.js`, code })),
    files,
  });
  await runInJavaScript(process, request);
  process.machine.dispose();
  const ended = told.find(({ type }) => type === "ended");
  return { ...printed, ended };
}

test("a program imports the exercise's files, and those what they import", async () => {
  const { stdout, stderr } = await run(
    `import { twice } from "./lib/twice.js";\nimport * as all from "./lib/twice.js";\nconsole.log(twice(21), all);`,
    {
      "lib/twice.js": `import factor, { name } from "../factor.js";\nexport const twice = (n) => n * factor;\nexport { name };`,
      "factor.js": `export default 2;\nexport const name = "two";`,
    },
  );
  expect(stderr).toBe("");
  expect(stdout).toBe("42 [Module: null prototype] { name: 'two', twice: [Function: twice] }\n");
});

test("a program imports what it has just written", async () => {
  const { stdout, stderr } = await run(`
    import { writeFileSync } from "node:fs";
    writeFileSync("made.js", "export const made = 7;");
    const { made } = await import("./made.js");
    console.log(made);
  `);
  expect(stderr).toBe("");
  expect(stdout).toBe("7\n");
});

test("a script awaits at its top, and its names are there for the next one", async () => {
  const { stdout, stderr } = await run("console.log(await later(kept));", {}, [
    "const kept = await Promise.resolve(5);\nconst later = (n) => new Promise((resolve) => setTimeout(resolve, 1, n * 2));",
  ]);
  expect(stderr).toBe("");
  expect(stdout).toBe("10\n");
});

test("what a module before it imports and declares is there for a program, whatever that is", async () => {
  const before = [
    `import { join } from "node:path";\nexport let count = 1;\nfunction next() { count += 1; return count; }`,
  ];
  expect((await run("next(); console.log(join('a', 'b'), count);", {}, before)).stdout).toBe("a/b 2\n");
  expect((await run("import 'node:fs'; console.log(next(), join('a', 'b'));", {}, before)).stdout).toBe(
    "2 a/b\n",
  );
});

test("a check calls the program's own function, not one of that name in a module before it", async () => {
  const { process, request, told } = await openProcess({
    before: [{ path: "first.js", code: "export function sum() { return 0; }" }],
    program: { path: "main.js", code: "function sum() { return 1; }" },
  });
  const cases = [{ id: "own", call: "sum", arguments: [], returns: 1 }];
  await runInJavaScript(process, { ...request, checks: { cases, script: null, work: null } });
  process.machine.dispose();
  const evidence = told.find((message) => message.type === "evidence");
  expect(evidence?.evidence.cases).toEqual([{ id: "own", outcome: "equal" }]);
});

test("a script that needs no module stays a script, whatever words it has", async () => {
  const { stdout } = await run(
    `// import and await\nvar sloppy = 1; undeclared = 2; console.log(this === globalThis, "export");`,
  );
  expect(stdout).toBe("true export\n");
});

test.each([
  ["let a = 1;\nexport const b = = 2;\n", "main.js:2:18"],
  ["import { a } from './a.js';\nfunction f() {\n  return null.x;\n}\nf();\n", "main.js:3:14"],
  ["await null;\nnull.x;\n", "main.js:2:5"],
  ["import { a } from './a.js';\nif (a) {\n", "main.js:3:1"],
  ["import './broken.js';\n", "broken.js:1:9"],
  ["import { broken } from './throws.js';\n", "throws.js:2:5"],
  ["const x = 1;\nimport y from './none.js';\n", "main.js:2:15"],
  ["const x = 1;\nimport {\n  y,\n  nope,\n} from './a.js';\n", "main.js:4:3"],
  ["import y from 'lodash';\n", "main.js:1:15"],
])("an error names the learner's file, line and column: %j", async (code, place) => {
  const { stderr, ended } = await run(code, {
    "a.js": "export const a = 1, y = 2;",
    "broken.js": "let a = = 1;",
    "throws.js": "const n = null;\nnull.x;\nexport const broken = 1;",
  });
  expect(stderr).toContain(place);
  expect(stderr).not.toContain(".guest.js");
  expect(ended).toMatchObject({ end: { outcome: "raised" } });
});

test("what cannot be imported is told with what to do about it", async () => {
  expect((await run(`import "./a";`, { "a.js": "" })).stderr).toContain(
    'There is no file a to import. Write "./a.js"',
  );
  expect((await run(`import "lodash";`)).stderr).toContain('There is no package "lodash" on this machine.');
});

test("checks find the functions of a module, exported or not", async () => {
  const sum = (id: string, call: string) => ({ id, call, arguments: [[1, 2]], returns: 3 });
  const { process, request, told, printed } = await openProcess({
    program: {
      path: "main.js",
      code: `import { add } from "./add.js";\nexport function sum(list) { return list.reduce(add); }\nconst hidden = (list) => sum(list);`,
    },
    files: [{ path: "add.js", text: "export const add = (one, other) => one + other;" }],
  });
  const checks = {
    cases: [sum("a", "sum"), sum("b", "hidden"), sum("c", "missing")],
    script: null,
    work: null,
  };
  await runInJavaScript(process, { ...request, checks });
  process.machine.dispose();
  expect(printed.stderr).toBe("");
  const evidence = told.find((message) => message.type === "evidence");
  expect(evidence?.evidence.cases.map(({ outcome }) => outcome)).toEqual(["equal", "equal", "raised"]);
});

test("the machine's own modules leave nothing in the global scope", async () => {
  const { stdout } = await run(`
    import path, { join } from "node:path";
    console.log(path.join === join, Reflect.ownKeys(globalThis).filter((name) => /machine|scope/i.test(String(name))));
  `);
  expect(stdout).toBe("true []\n");
});
