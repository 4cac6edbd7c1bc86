import * as z from "zod/mini";
import type { ProgramFile } from "@/lib/run/run-request";

/** A name that a program declares at its top level. */
const DeclaredName = z.strictObject({ name: z.string(), isVariable: z.boolean() });
type DeclaredName = z.infer<typeof DeclaredName>;

/** A program that ran before another one in the same process, as that one may import what it declares. */
export const ProgramBefore = z.strictObject({ path: z.string(), names: z.array(DeclaredName) });
export type ProgramBefore = z.infer<typeof ProgramBefore>;

const DECLARED =
  /^(export\s+)?(?:declare\s+)?(?:async\s+|abstract\s+)?(?:(function)\b\s*\*?|(class|interface|type|const|let|var))\s+([\w$]+)/gm;
const PATTERN = /^(?:export\s+)?(const|let|var)\s+([[{][^=;]*?[\]}])\s*=/gm;
const IMPORTED = /^import\s+([^;"']+?)\s+from\b/gm;
const WORD = /[A-Za-z_$][\w$]*/g;
/** Of an import clause, what is no name that it makes. */
const NO_NAME = /\btype\s+|[\w$]+\s+as\s+|\*\s*as\s+/g;
/** Of a pattern, the keys of what is named otherwise, and what stands in for nothing. */
const KEYS = /[\w$]+\s*:|=[^,}\]]*/g;

/** What the lines of a program declare and import; some may be words of a text that begin a line. */
function declaredNames(code: string): (DeclaredName & { readonly isExported: boolean })[] {
  const plain = [...code.matchAll(DECLARED)].map(([, exported, , kind, name = ""]) => ({
    name,
    isVariable: kind === "let" || kind === "var",
    isExported: exported !== undefined,
  }));
  const fromPatterns = [...code.matchAll(PATTERN)].flatMap(([whole, kind, pattern = ""]) =>
    (pattern.replace(KEYS, "").match(WORD) ?? []).map((name) => ({
      name,
      isVariable: kind !== "const",
      isExported: whole.startsWith("export"),
    })),
  );
  const imported = [...code.matchAll(IMPORTED)].flatMap(([, clause = ""]) =>
    (clause.replace(NO_NAME, "").match(WORD) ?? []).map((name) => ({
      name,
      isVariable: false,
      isExported: false,
    })),
  );
  return [...new Map([...plain, ...fromPatterns, ...imported].map((each) => [each.name, each])).values()];
}

/** What stands behind a program's own text so that a type checker knows what the programs before it declare. */
export function declarationsBefore({ path, names }: ProgramBefore, code: string): string {
  const own = new Set(declaredNames(code).map(({ name }) => name));
  const others = names.filter(({ name }) => !own.has(name));
  const from = JSON.stringify(`./${path}`);
  const imported = others.filter(({ isVariable }) => !isVariable).map(({ name }) => name);
  // What is imported could not be assigned to.
  const variables = others
    .filter(({ isVariable }) => isVariable)
    .map(({ name }) => `declare let ${name}: typeof import(${from}).${name};`);
  return `\n;import { ${imported.join(", ")} } from ${from};${variables.join("")}`;
}

/**
 * The programs that run before another one as modules for a type checker, each of which hands on what those before it
 * declare too; and the last of them, which is all that the other one has to know.
 */
export function programsBefore(programs: readonly ProgramFile[]) {
  const modules: ProgramFile[] = [];
  let last: ProgramBefore | null = null;
  for (const [index, { code }] of programs.entries()) {
    const declared = declaredNames(code);
    const own = new Set(declared.map(({ name }) => name));
    const names: DeclaredName[] = [
      ...(last?.names ?? []).filter(({ name }) => !own.has(name)),
      ...declared.map(({ name, isVariable }) => ({ name, isVariable })),
    ];
    const exported = new Set(declared.filter(({ isExported }) => isExported).map(({ name }) => name));
    const handedOn = names.filter(({ name }) => !exported.has(name)).map(({ name }) => name);
    const known = last === null ? "" : declarationsBefore(last, code);
    const path = `before-${index}.ts`;
    modules.push({ path, code: `${code}${known}\n;export { ${handedOn.join(", ")} };` });
    last = { path, names };
  }
  return { modules, last };
}
