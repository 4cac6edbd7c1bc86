/** Programs longer than this are compared at their ends alone: the table would have more than four million cells. */
const LONGEST_MIDDLE = 2_000;

/**
 * Which line of a program became which: each line of the longest common subsequence, numbers from 1. Lines that differ
 * in their indentation alone are the same.
 */
export function matchLines(before: string, after: string): Map<number, number> {
  const one = before.split("\n").map((line) => line.trim());
  const other = after.split("\n").map((line) => line.trim());
  const matches = new Map<number, number>();
  const shortest = Math.min(one.length, other.length);
  let start = 0;
  while (start < shortest && one[start] === other[start]) {
    start += 1;
    matches.set(start, start);
  }
  let tail = 0;
  while (tail < shortest - start && one.at(-1 - tail) === other.at(-1 - tail)) {
    matches.set(one.length - tail, other.length - tail);
    tail += 1;
  }
  const middle = [one.slice(start, one.length - tail), other.slice(start, other.length - tail)] as const;
  for (const [left, right] of longestCommon(...middle)) matches.set(start + left + 1, start + right + 1);
  return matches;
}

function longestCommon(one: readonly string[], other: readonly string[]): [number, number][] {
  if (Math.max(one.length, other.length) > LONGEST_MIDDLE) return [];
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  const lengthAt = (left: number, right: number) => lengths[left * width + right] ?? 0;
  for (let left = one.length - 1; left >= 0; left -= 1) {
    for (let right = other.length - 1; right >= 0; right -= 1) {
      lengths[left * width + right] =
        one[left] === other[right]
          ? lengthAt(left + 1, right + 1) + 1
          : Math.max(lengthAt(left + 1, right), lengthAt(left, right + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let left = 0, right = 0; left < one.length && right < other.length;) {
    if (one[left] === other[right]) pairs.push([left++, right++]);
    else if (lengthAt(left + 1, right) >= lengthAt(left, right + 1)) left += 1;
    else right += 1;
  }
  return pairs;
}
