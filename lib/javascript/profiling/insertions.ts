/** A text with pieces of ours between its characters, and where each character of it came from. */
export type InsertedText = {
  readonly text: string;
  /** The place in the original of a place in the text; of a piece of ours, where it was put. */
  readonly originalOffset: (offset: number) => number;
  /** The part of the text that an original part has become, with the pieces inside it. */
  readonly newPart: (start: number, end: number) => string;
};

/** Gathers pieces to put into a text; those for the same place stand in the order in which they came. */
export function openInsertions(original: string) {
  const pieces: { readonly at: number; readonly text: string }[] = [];

  return {
    insert: (at: number, text: string) => void pieces.push({ at, text }),
    apply(): InsertedText {
      let text = "";
      let taken = 0;
      /** Where the original goes on behind each piece: there and here. */
      const from: number[] = [0];
      const to: number[] = [0];
      for (const piece of pieces.toSorted((one, other) => one.at - other.at)) {
        text += original.slice(taken, piece.at) + piece.text;
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
      /** Where an original place is now: before the pieces that were put there, or behind them. */
      const newOffset = (offset: number, side: "before" | "behind") => {
        const index = lastAtMost(from, side === "behind" ? offset : offset - 1);
        return (to[index] ?? 0) + offset - (from[index] ?? 0);
      };
      return {
        text,
        originalOffset,
        newPart: (start, end) => text.slice(newOffset(start, "behind"), newOffset(end, "before")),
      };
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
