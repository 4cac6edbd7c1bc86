import type { BusiestLine, WorkUnit } from "@/lib/run/evidence";

/** The words in which a learner is told of counted work. */
export const NOT_COUNTED = "Work is counted once all other checks pass.";
export const TOO_LITTLE = "That is too little to be true: the work is done where it cannot be counted.";

const SIGNIFICANT_DIGITS = 2;
/** A line that takes less is not where to look. */
const SHARE_WORTH_TELLING = 0.15;
/** Counts are told in full; what was divided, to one digit. */
const DECIMALS = 1;

export const figure = (count: number) => count.toLocaleString("en", { maximumFractionDigits: DECIMALS });

/** A share of 0 to 1 and more, as `5 %`. */
export const percent = (share: number) =>
  `${(share * 100).toLocaleString("en", { maximumSignificantDigits: SIGNIFICANT_DIGITS })} %`;

/** How much was done where how much would do, and why. */
export function tooMuch({
  count,
  allowed,
  unit,
  why,
}: {
  count: number;
  allowed: number;
  unit: WorkUnit;
  why: string | undefined;
}): string {
  const figures = `${figure(count)} ${unit} (counted) where ${figure(allowed)} do`;
  return why === undefined ? `${figures}.` : `${figures}: ${withStop(why)}`;
}

/** A text as the end of a sentence. */
export const withStop = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Where most of the work is, in front of a space; nothing where it is nowhere in particular. */
export const busiestSentence = (busiest: BusiestLine | undefined) =>
  busiest === undefined || busiest.share < SHARE_WORTH_TELLING
    ? ""
    : ` Most of the work is on line ${busiest.line}: ${percent(busiest.share)} of it.`;
