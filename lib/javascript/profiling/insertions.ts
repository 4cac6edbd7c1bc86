import { beside } from "../counting/rewriting";

/** A text with pieces of ours between its characters, and where each character of it came from. */
export type InsertedText = {
  readonly text: string;
  /** The place in the original of a place in the text; of a piece of ours, where it was put. */
  readonly originalOffset: (offset: number) => number;
  /** What a part of the original has become, with the pieces that stand in it. */
  readonly newPart: (part: Part) => string;
};

/** A part of the original, and which pieces stand in it: the first is number `from`, those from `until` on do not. */
export type Part = {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly until: number;
};

/** Gathers pieces to put into a text; those for the same place stand in the order in which they came. */
export function openInsertions(original: string) {
  const pieces: { readonly at: number; readonly text: string }[] = [];

  return {
    insert: (at: number, text: string) => void pieces.push({ at, text }),
    /** How many pieces have come. */
    count: () => pieces.length,
    apply(): InsertedText {
      let text = "";
      let taken = 0;
      /** Where the original goes on behind each piece: there and here. */
      const from: number[] = [0];
      const to: number[] = [0];
      for (const piece of pieces.toSorted((one, other) => one.at - other.at)) {
        text = beside(text + original.slice(taken, piece.at), piece.text);
        taken = piece.at;
        from.push(taken);
        to.push(text.length);
      }
      text += original.slice(taken);

      const originalOffset = (offset: number) => {
        const index = lastAtMost(to, offset);
        const next = from[index + 1] ?? original.length;
        return Math.min((from[index] ?? 0) + offset - (to[index] ?? 0), next);
      };
      const newPart = ({ start, end, from: first, until }: Part) => {
        let part = "";
        let at = start;
        for (const piece of pieces.slice(first, until).toSorted((one, other) => one.at - other.at)) {
          part = beside(part + original.slice(at, piece.at), piece.text);
          at = piece.at;
        }
        return part + original.slice(at, end);
      };
      return { text, originalOffset, newPart };
    },
  };
}

/** The index of the last of the ascending numbers that is at most `limit`; 0 where none is. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((numbers[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
