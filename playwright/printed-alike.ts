const WORD = /[A-Za-z_]{3,}/g;
const FIGURE = /\d[\d,.]*\d|\d/g;

/** Drawings and flames, whose labels are as long as there is room for. */
const isDrawn = (line: string) => line.includes("|");
/** What was counted without a clock is the same everywhere. */
const isCounted = (line: string) => line.includes("(counted)") && !/\((measured|simulated)\)/.test(line);

/**
 * How what a program printed differs from what a lesson shows of it: null where it has the same words, in whatever order
 * threads and profiles give them, and where what is labelled as counted has the same figures.
 */
export function differenceBetween(
  shown: string,
  printed: string,
  { countsVary = false }: { countsVary?: boolean } = {},
): string | null {
  const words = { before: wordsOf(shown), now: wordsOf(printed) };
  const missing = [...words.before].filter((word) => !words.now.has(word));
  const more = [...words.now].filter((word) => !words.before.has(word));
  if (missing.length > 0) return `does not say: ${missing.join(", ")}`;
  if (more.length > 0) return `says as well: ${more.join(", ")}`;
  if (countsVary) return null;
  const [before, now] = [countsOf(shown), countsOf(printed)];
  return before === now ? null : `counted ${now} where ${before} is shown`;
}

const linesOf = (text: string) => text.split("\n").filter((line) => !isDrawn(line));
const wordsOf = (text: string) => new Set(linesOf(text).flatMap((line) => line.match(WORD) ?? []));
const countsOf = (text: string) =>
  linesOf(text)
    .filter(isCounted)
    .flatMap((line) => line.match(FIGURE) ?? [])
    .filter((figure) => !figure.includes("."))
    .toSorted()
    .join(" ");
