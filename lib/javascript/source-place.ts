/**
 * Line and column, counted from 1, at which a pattern first matches in a text, or at which the `ending` of its match
 * begins; null for nowhere.
 */
export function placeOf(text: string, pattern: RegExp, ending = ""): { line: number; column: number } | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const before = text.slice(0, ending === "" ? match.index : match.index + match[0].length - ending.length);
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}
