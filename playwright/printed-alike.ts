const WORD = /[A-Za-z_]{3,}/g;
const DURATION = /(\d[\d,]*(?:\.\d+)?) (µs|ms|s)\b/g;
const UNIT_MS = new Map([
  ["µs", 0.001],
  ["ms", 1],
  ["s", 1_000],
]);
/** Shorter is not told apart: it may be printed as nothing at all. */
const SHORTEST_MS = 0.001;
/** How many times as long, or as short, is another order of magnitude. */
const MAGNITUDE = 10;
const FIGURE = /\d[\d,.]*\d|\d/g;

/** Drawings and flames, whose labels are as long as there is room for. */
const isDrawn = (line: string) => line.includes("|");
/** What was counted without a clock is the same everywhere. */
const isCounted = (line: string) => line.includes("(counted)") && !/\((measured|simulated)\)/.test(line);

/**
 * How what a program printed differs from what a lesson shows of it: null where it has the same words, in whatever order
 * threads and profiles give them, where what is labelled as counted has the same figures, and what is labelled as measured
 * times of the same order of magnitude.
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
  const durations = { before: typicalMs(shown), now: typicalMs(printed) };
  const ratio = durations.now / durations.before;
  if (ratio > MAGNITUDE || ratio < 1 / MAGNITUDE)
    return `measured ${durations.now.toPrecision(2)} ms where ${durations.before.toPrecision(2)} ms are shown`;
  if (countsVary) return null;
  const [before, now] = [countsOf(shown), countsOf(printed)];
  return before === now ? null : `counted ${now} where ${before} is shown`;
}

/** The geometric mean of all that was measured, so that one long pause among many times is not the whole story. */
function typicalMs(text: string): number {
  const logs = linesOf(text)
    .filter((line) => line.includes("(measured"))
    .flatMap((line) => Array.from(line.matchAll(DURATION), ([, figure = "", unit]) => inMs(figure, unit)))
    .map((ms) => Math.log(Math.max(ms, SHORTEST_MS)));
  return Math.exp(logs.reduce((sum, log) => sum + log, 0) / Math.max(logs.length, 1));
}

const inMs = (figure: string, unit = "") =>
  Number(figure.replaceAll(",", "")) * (UNIT_MS.get(unit) ?? Number.NaN);

const linesOf = (text: string) => text.split("\n").filter((line) => !isDrawn(line));
const wordsOf = (text: string) => new Set(linesOf(text).flatMap((line) => line.match(WORD) ?? []));
const countsOf = (text: string) =>
  linesOf(text)
    .filter(isCounted)
    .flatMap((line) => line.match(FIGURE) ?? [])
    .filter((figure) => !figure.includes("."))
    .toSorted()
    .join(" ");
