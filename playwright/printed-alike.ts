/** A number as programs print it, with what it is of: `1,200`, `3.5 ms`, `62%`, `2 MB`. */
const FIGURE =
  /(?<number>\d[\d,]*(?:\.\d+)?)(?<unit> ?(?:ns|µs|us|ms|s|seconds|kB|MB|GB|B|%|×|x|times)(?![A-Za-z]))?/g;
/** Drawn with characters, as long as what was measured. */
const BAR = /[▁▂▃▄▅▆▇█#*=]{2,}/g;

const MAGNITUDE = 10;

/**
 * How what a program printed differs from what a lesson shows of it: null where its words are the same, its counts equal
 * and its times and sizes of the same order of magnitude; else the first line that is not, as it was and as it is.
 */
export function differenceBetween(shown: string, printed: string): string | null {
  const before = shown.trimEnd().split("\n");
  const now = printed.trimEnd().split("\n");
  for (const [index, line] of before.entries()) {
    const other = now[index] ?? "(nothing)";
    if (!isAlike(line, other)) return `line ${index + 1}: shown "${line}", printed "${other}"`;
  }
  return now.length > before.length ? `line ${before.length + 1}: printed "${now[before.length]}"` : null;
}

function isAlike(shown: string, printed: string) {
  if (wordsOf(shown) !== wordsOf(printed)) return false;
  const figures = [...printed.matchAll(FIGURE)].map(figureOf);
  return [...shown.matchAll(FIGURE)].map(figureOf).every((figure, index) => {
    const other = figures[index];
    if (other === undefined) return false;
    return figure.isCount ? other.value === figure.value : isSameMagnitude(figure.value, other.value);
  });
}

/** Words and signs alone; how far numbers are moved to stand in a column does not matter. */
const wordsOf = (line: string) =>
  line.replaceAll(BAR, "").replaceAll(FIGURE, "0").replaceAll(/\s+/g, " ").trim();

const figureOf = ({ groups }: RegExpMatchArray) => {
  const text = groups?.["number"] ?? "";
  return {
    value: Number(text.replaceAll(",", "")),
    isCount: groups?.["unit"] === undefined && !text.includes("."),
  };
};

/** Of what is next to nothing, no magnitude is asked. */
const isSameMagnitude = (one: number, other: number) => {
  const [less, more] = one < other ? [one, other] : [other, one];
  return more <= MAGNITUDE || more / Math.max(less, 0.1) <= MAGNITUDE;
};
