import { stripTypeScriptTypes } from "node:module";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { stripTypes } from "./strip-types";

function strip(code: string) {
  const stripped = stripTypes(code);
  if ("problem" in stripped) throw new Error(stripped.problem.message);
  return stripped.code;
}

const programs = [
  "const x: number = 1, y: Map<string, Array<[number, string]>> = new Map<string, Array<[number, string]>>();",
  "let late!: string;\nlet u: string | undefined, f: (a: number, b?: string) => void;",
  "function add<T extends number>(this: void, one: T, other?: T, ...rest: T[]): asserts one is T { return; }",
  "const half = (n: number): number => n / 2;\nconst id = <T,>(x: T): T => x;\nconst later = async <T>(x: T): Promise<T> => x;",
  "interface A { a: number; b(): void }\ntype B = A & { c: string };\nexport type { B };\nexport interface C extends A {}",
  "import type { A } from './a.js';\nimport { type B, c, type D } from './b.js';\nexport { type E, f } from './c.js';\nexport type * from './d.js';",
  "const v = (x as any).y as string;\nconst s = { a: 1 } satisfies object;\nconst n = a!.b![0]!.c;",
  "abstract class Shape<T> extends Base<T> implements One, Two<T> {\n  private readonly a: number = 1;\n  static #b?: string;\n  public static c!: T;\n  declare d: number;\n  [key: string]: unknown;\n  abstract area(): number;\n  protected override get e(): number { return 1 }\n  constructor(x?: number) { super() }\n  f?(): void;\n  public async *g<U>(u: U): AsyncGenerator<U> { yield u }\n}",
  "function over(a: string): string;\nfunction over(a: number): number;\nfunction over(a: any) { return a }",
  "export declare const z: number;\ndeclare global { interface Window { x: 1 } }\ndeclare module 'm' { }\ndeclare function d(): void;",
  "const long = (a: number): {\n  a: number;\n  b: string;\n} => ({ a, b: '' });",
  "const a = 1\ntype T = number\n;(function () {})()",
  "for (const [k, v] of entries as [string, number][]) {}\ntry {} catch (e: unknown) {}",
  "const f = function <T>(x: T) {};\nconst o = { m<T>(x: T): T { return x }, get p(): number { return 1 } };",
  "label: for (;;) { break label }\nconst q = a < b, r = c > (d);\nconst t = a ? (b) : c => d;",
  "const g = make<string>;\nconst h = tag<string>`x`;\nnew Foo<Bar>;",
  "export default function (a: number): void {}",
  "export default abstract class {}",
  "let { a, b }: { a: number; b: string } = c, [d]: [number] = e;\nfunction f({ a }: { a?: number } = {}) {}",
  "const enumLike = { A: 1 } as const;\nlet x: typeof enumLike[keyof typeof enumLike];\nlet y = x! + 1;",
];

test.each(programs)("types are left out as Node leaves them out: %j", (code) => {
  const squeezed = (text: string) =>
    text.replaceAll(";", "").replaceAll(/\s+/g, " ").replaceAll(" )", ")").trim();
  expect(squeezed(strip(code))).toBe(squeezed(stripTypeScriptTypes(code)));
});

test.each(programs)("every line and column stays: %j", (code) => {
  const stripped = strip(code);
  const lengths = (text: string) => text.split("\n").map(({ length }) => length);
  expect(lengths(stripped)).toEqual(lengths(code));
  const moved = stripped
    .split("")
    .filter((character, at) => character !== code[at] && !" ;)".includes(character));
  expect(moved).toEqual([]);
});

test.each([
  ["const a = 1 as number\n[0].length\na", 1],
  ["let f = () => 2 as number\n(3)\nf()", 2],
  ["const a = 1\ntype B = string\n[1]\na", 1],
  ["class A { a = 1\n public ['b'] = 2 }\nnew A().b", 2],
  ["const f = (a: number): {\n b: number\n} => ({ b: a });\nf(5).b", 5],
  ["const f = (a: number): Array<\n(x: number) => void\n> => [];\nf(5).length", 0],
  ["const f = (x: any) => (x as { y: () => number }).y();\nf({ y: () => 7 })", 7],
])("what stays means what it meant: %j", (code, value) => {
  expect(runInNewContext(strip(code))).toBe(value);
});

test.each([
  ["let a: number = = 1;", 1, 17],
  ["const a = 1;\nlet b: = 2;", 2, 8],
  ["const a = 1;\n  enum Colour { Red }", 2, 3],
  ["namespace N { export const a = 1 }", 1, 1],
  ["class A {\n  constructor(private x: number) {}\n}", 2, 15],
  ["import fs = require('fs');", 1, 1],
  ["const a = <number>b;", 1, 11],
])("what does not run is told with its place: %j", (code, line, column) => {
  expect(stripTypes(code)).toMatchObject({ problem: { line, column } });
});

test("what is more than a type is told in a sentence", () => {
  expect(stripTypes("enum A { B }")).toMatchObject({
    problem: {
      message:
        "TypeScript runs here by leaving out its types, and an enum is more than a type: write it in plain JavaScript.",
    },
  });
});
