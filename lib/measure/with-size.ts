import type { Language } from "@/lib/run/language";

/** A program and the name of the top-level variable that says how large its input is. */
export type SizedProgram = { readonly language: Language; readonly code: string; readonly name: string };

const DIGITS = String.raw`\d+(?:_\d+)*`;
const PYTHON_TEXTS =
  /"""(?:\\[\s\S]|(?!""")[^\\])*"""|'''(?:\\[\s\S]|(?!''')[^\\])*'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g;
const JAVASCRIPT_TEXTS =
  /`(?:\\[\s\S]|[^`\\])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const JAVASCRIPT = {
  texts: JAVASCRIPT_TEXTS,
  before: String.raw`(?:export[ \t]+)?(?:const|let)[ \t]+`,
  type: String.raw`(?:[ \t]*:[ \t]*number)?`,
  after: "[ \t]*;?",
};
const LANGUAGES = {
  python: { texts: PYTHON_TEXTS, before: "", type: String.raw`(?:[ \t]*:[ \t]*int)?`, after: "[ \t]*;?" },
  javascript: JAVASCRIPT,
  typescript: JAVASCRIPT,
} satisfies Record<Language, { texts: RegExp; before: string; type: string; after: string }>;

/**
 * The program with another size: its line `name = 1_000` (Python) or `const name = 1_000` (JavaScript; `let` too) says
 * `size`, all else is as it was, line for line. Null where no such line stands at the top level, or several do, of which
 * the last would win but the first may be meant.
 */
export function withSize({ language, code, name }: SizedProgram, size: number): string | null {
  const found = findSize({ language, code, name });
  return found && code.slice(0, found.from) + size + code.slice(found.to);
}

/** The size that the program's own line says; null where `withSize` finds no line. */
export function sizeOf(program: SizedProgram): number | null {
  const found = findSize(program);
  return found && Number(program.code.slice(found.from, found.to).replaceAll("_", ""));
}

/** Sizes from the first to the largest, each twice the one before it. */
export function sizesUpTo(largest: number, first: number): number[] {
  if (!(Number.isSafeInteger(first) && first >= 1)) {
    throw new RangeError(`Sizes start at a whole number of 1 or more, not at ${first}.`);
  }
  const sizes: number[] = [];
  for (let size = first; size <= largest; size *= 2) sizes.push(size);
  return sizes;
}

function findSize({ language, code, name }: SizedProgram) {
  const { texts, before, type, after } = LANGUAGES[language];
  // Filled up, so that every character keeps its place and no line within a text looks like code.
  const bare = code.replace(texts, (text) =>
    text.replaceAll(/[^\r\n]/g, text.startsWith("#") || text.startsWith("/") ? " " : "'"),
  );
  const line = new RegExp(
    `^(${before}${escaped(name)}${type}[ \t]*=[ \t]*)(${DIGITS})${after}[ \t]*\r?$`,
    "gm",
  );
  const [only, ...more] = bare.matchAll(line);
  if (only?.[1] === undefined || only[2] === undefined || more.length > 0) return null;
  const from = only.index + only[1].length;
  return { from, to: from + only[2].length };
}

const escaped = (name: string) => name.replaceAll(/[^\w]/g, String.raw`\$&`);
