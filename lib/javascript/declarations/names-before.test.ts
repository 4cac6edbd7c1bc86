import { expect, test } from "vitest";
import { complaints } from "./complaints-for-tests";
import { declarationsBefore, programsBefore } from "./names-before";

/** What the checker says of the last of some programs that run one after the other in the same process. */
async function saidOfLast(...programs: string[]) {
  const code = programs.pop() ?? "";
  const { modules, last } = programsBefore(
    programs.map((each, index) => ({ path: `${index}.ts`, code: each })),
  );
  const files = Object.fromEntries(modules.map((module) => [module.path, module.code]));
  const known = last === null ? "" : declarationsBefore(last, code);
  const told = await complaints({ ...files, "last.ts": code + known }, ["--allowImportingTsExtensions"]);
  return told.filter((line) => line.startsWith("last.ts"));
}

const FIRST = `interface Lamp { name: string; hours: number }
type Kind = "bow" | "stern";
class Store<Value> {
  kept: Value[] = [];
}
const lamps: Lamp[] = [{ name: "bow", hours: 3 }];
let burnt = 0;
var total = 0;
function hoursOf(lamp: Lamp): number {
  return lamp.hours;
}
const { name: label, hours: [first] = [0] } = { name: "x", hours: [1] };
const later = async () => "later";
`;

test("a program knows what one before it has declared, with its types", async () => {
  const good = `const kind: Kind = "bow";
const store: Store<Lamp> = new Store<Lamp>();
store.kept.push(...lamps);
burnt += hoursOf(store.kept[0]!);
total = burnt;
const word: string = label + kind + (await later());
const next: number = first + 1;
console.log(word, next);
`;
  expect(await saidOfLast(FIRST, good)).toEqual([]);
  expect(await saidOfLast(FIRST, `hoursOf("bow");\n`)).toEqual([
    expect.stringMatching(/^last\.ts\(1,9\).*'string' is not assignable to parameter of type 'Lamp'/),
  ]);
  expect(await saidOfLast(FIRST, `burnt = "all";\n`)).toEqual([
    expect.stringContaining("Type 'string' is not assignable to type 'number'"),
  ]);
});

test("what none of them has declared is still unknown, at its place", async () => {
  expect(await saidOfLast(FIRST, "lamps.map(hoursOf);\nboats;\n")).toEqual([
    expect.stringMatching(/^last\.ts\(2,1\).*Cannot find name 'boats'/),
  ]);
});

test("names go on from program to program, and a later one of the same name is what it says", async () => {
  const second = "const lamp = lamps[0]!;\nvar total = `${lamp.name} ${burnt}`;\n";
  const third =
    "const text: string = total;\nconst hours: number = hoursOf(lamp);\nconsole.log(text, hours);\n";
  expect(await saidOfLast(FIRST, second, third)).toEqual([]);
  expect(await saidOfLast(FIRST, "var total = 'mine';\ntotal.toFixed();\n")).toEqual([
    expect.stringContaining("Property 'toFixed' does not exist on type 'string'"),
  ]);
});

test("what a program before has exported and imported is known too", async () => {
  const modules = `import { basename, join as joined } from "node:path";
import * as files from "node:fs";
export const where = joined("a", basename("b"));
export function size(path: string) {
  return files.statSync(path).size;
}
`;
  const last = `const all: number = size(where);
console.log(basename("x"), joined("x"), files.existsSync("x"), all);
`;
  expect(await saidOfLast(modules, last)).toEqual([]);
  expect(await saidOfLast(modules, "size(1);\n")).toHaveLength(1);
});

test("words that begin a line of a text, and programs that declare nothing, do no harm", async () => {
  const text = "const page = `\nconst wrong = 1\nlet other\n`;\n";
  expect(await saidOfLast("console.log(1);\n", text, "page.length;\n")).toEqual([]);
  expect(await saidOfLast("console.log(1);\n", "const mine = 1;\nmine.toFixed();\n")).toEqual([]);
});
