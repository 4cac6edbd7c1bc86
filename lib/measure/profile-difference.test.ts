import * as fc from "fast-check";
import { expect, test } from "vitest";
import { matchLines } from "./match-lines";
import { profileDifference } from "./profile-difference";
import { profileForTests } from "./profile-for-tests";

const SLOW = `def count(names):
    for name in names:
        if name in seen_list:
            total += 1
count(names)`;
const FAST = `def count(names):
    seen = set(seen_list)
    for name in names:
        if name in seen:
            total += 1
count(names)`;

const lineOf = (line: number, hits: number, ownMs: number) => ({ file: "program.py", line, hits, ownMs });
const before = {
  profile: profileForTests([["<module>", 1, 1, ["count", 1, 90], ["<built-in print>", 1, 2]]], {
    lines: [lineOf(2, 100, 5), lineOf(3, 100, 80), lineOf(4, 50, 5), lineOf(5, 1, 1)],
  }),
  files: { "program.py": SLOW },
};
const after = {
  profile: profileForTests([["<module>", 1, 1, ["count", 1, 10], ["<built-in set>", 1, 4]]], {
    lines: [lineOf(2, 1, 1), lineOf(3, 100, 5), lineOf(4, 100, 2), lineOf(5, 50, 5), lineOf(6, 1, 1)],
  }),
  files: { "program.py": FAST },
};

test("functions that went, came and changed are told, the largest change first", () => {
  const { functions } = profileDifference(before, after);
  expect(functions).toEqual([
    {
      name: "count",
      file: "program.py",
      before: { calls: 1, ownMs: 90, cumulativeMs: 90 },
      after: { calls: 1, ownMs: 10, cumulativeMs: 10 },
      ownMsChange: -80,
    },
    {
      name: "<built-in set>",
      file: null,
      before: null,
      after: { calls: 1, ownMs: 4, cumulativeMs: 4 },
      ownMsChange: 4,
    },
    {
      name: "<built-in print>",
      file: null,
      before: { calls: 1, ownMs: 2, cumulativeMs: 2 },
      after: null,
      ownMsChange: -2,
    },
    expect.objectContaining({ name: "<module>", ownMsChange: 0 }),
  ]);
});

test("lines are followed through an edit: those that moved are the same, the rewritten ones went and came", () => {
  const { lines } = profileDifference(before, after);
  expect(lines.map(({ before, after }) => [before?.line ?? null, after?.line ?? null])).toEqual([
    [3, null],
    [null, 4],
    [null, 2],
    [2, 3],
    [4, 5],
    [5, 6],
  ]);
  expect(lines[0]).toMatchObject({ before: { hits: 100, ownMs: 80 }, ownMsChange: -80 });
});

test("without the programs' texts a line is known by its number", () => {
  const { lines } = profileDifference({ ...before, files: {} }, after);
  expect(lines.find((line) => line.before?.line === 3)).toMatchObject({
    after: { line: 3 },
    ownMsChange: -75,
  });
  expect(lines).toHaveLength(5);
});

test("a sampled profile beside one that is not is told", () => {
  const sampled = { ...after, profile: { ...after.profile, mode: "sampling" as const } };
  expect(profileDifference(before, after).areOfDifferentModes).toBe(false);
  expect(profileDifference(before, sampled).areOfDifferentModes).toBe(true);
});

test("a profile does not differ from itself", () => {
  const { functions, lines } = profileDifference(before, before);
  const changes = [...functions, ...lines];
  expect(changes).toHaveLength(7);
  expect(changes.filter((each) => each.ownMsChange !== 0 || !each.before || !each.after)).toEqual([]);
});

test("matched lines say the same, in rising order, and are as many as can be", () => {
  const program = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(program, program, (one, other) => {
      const matches = [...matchLines(one.join("\n"), other.join("\n"))].toSorted(
        ([left], [right]) => left - right,
      );
      expect(matches.map(([left]) => one[left - 1])).toEqual(matches.map(([, right]) => other[right - 1]));
      const rights = matches.map(([, right]) => right);
      expect(rights.toSorted((left, right) => left - right)).toEqual(rights);
      expect(new Set(rights).size).toBe(rights.length);
      expect(matches.length).toBe(longestCommonLength(one, other));
    }),
  );
});

/** By definition, one line at a time. */
function longestCommonLength(one: readonly string[], other: readonly string[]) {
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const line of one) {
    const next = [0];
    for (const [index, each] of other.entries()) {
      next.push(line === each ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row.at(-1);
}
