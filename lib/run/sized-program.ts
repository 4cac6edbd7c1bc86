/** The line of a program that says how large its input is: `name = 1_000`, in JavaScript with `const` or `let`. */
const linesOf = (name: string) =>
  new RegExp(
    String.raw`^((?:(?:const|let|var)[ \t]+)?${name}[ \t]*(?::[ \t]*\w+[ \t]*)?=[ \t]*)(\d[\d_]*)(?=[ \t\r]*(?:;|#|//|$))`,
    "gm",
  );

/**
 * What a program says its size is; null where it has no such line, or several (one may stand in a text, and a growth
 * measured by changing that one would be no growth at all). `name` is an identifier.
 */
export function sizeIn(code: string, name: string): number | null {
  const [found, ...more] = code.matchAll(linesOf(name));
  const digits = found?.[2];
  return digits === undefined || more.length > 0 ? null : Number(digits.replaceAll("_", ""));
}

/** The same program, line for line, with another size; null where `sizeIn` finds none. */
export const withSize = (code: string, { name, size }: { name: string; size: number }): string | null =>
  sizeIn(code, name) === null ? null : code.replace(linesOf(name), (_, before: string) => `${before}${size}`);
