/** The line of a program that says how large its input is: `name = 1_000`, in JavaScript with `const` or `let`. */
const lineOf = (name: string) =>
  new RegExp(
    String.raw`^((?:(?:const|let|var)\s+)?${name}\s*(?::\s*\w+\s*)?=\s*)(\d[\d_]*)(?=\s*(?:;|#|//|$))`,
    "m",
  );

/** What a program says its size is; null where it has no such line. `name` is an identifier. */
export function sizeIn(code: string, name: string): number | null {
  const found = lineOf(name).exec(code)?.[2];
  return found === undefined ? null : Number(found.replaceAll("_", ""));
}

/** The same program, line for line, with another size; null where it has no line that says one. */
export const withSize = (code: string, { name, size }: { name: string; size: number }): string | null =>
  sizeIn(code, name) === null ? null : code.replace(lineOf(name), (_, before: string) => `${before}${size}`);
