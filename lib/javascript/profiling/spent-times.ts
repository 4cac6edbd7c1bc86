/** Time by what it was spent on, in any number of pieces, each of which a mark has made longer. */
export function openSpentTimes() {
  const ms: number[] = [];
  const pieces: number[] = [];

  return {
    /** Adds a piece to what has this number. */
    add(at: number, pieceMs: number) {
      // Filled from the start: an array with holes is many times slower.
      while (ms.length <= at) {
        ms.push(0);
        pieces.push(0);
      }
      ms[at] = (ms[at] ?? 0) + pieceMs;
      pieces[at] = (pieces[at] ?? 0) + 1;
    },
    /** The milliseconds without those of the marks. */
    ownMs: (at: number, markMs: number) => Math.max(0, (ms[at] ?? 0) - (pieces[at] ?? 0) * markMs),
  };
}
