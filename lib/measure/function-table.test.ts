import { expect, test } from "vitest";
import { Profile } from "@/lib/run/profile";
import { functionTable } from "./function-table";
import { profileForTests, SEARCHING } from "./profile-for-tests";

const rowsByName = (profile: Profile) => {
  const table = functionTable(profile);
  const nameOf = (row: number) => table[row]?.function.name ?? "";
  return Object.fromEntries(
    table.map(({ function: { name }, callers, callees, ...sums }) => [
      name,
      {
        ...sums,
        callers: Object.fromEntries(callers.map(({ row, ...edge }) => [nameOf(row), edge])),
        callees: Object.fromEntries(callees.map(({ row, ...edge }) => [nameOf(row), edge])),
      },
    ]),
  );
};

test("a function's row adds its calls and milliseconds up over all its callers", () => {
  const { key, sort } = rowsByName(SEARCHING);
  expect(key).toMatchObject({ calls: 233, primitiveCalls: 233, ownMs: 22, cumulativeMs: 22 });
  expect(key?.callers).toMatchObject({ sort: { calls: 200, ownMs: 10 }, search: { calls: 33, ownMs: 12 } });
  expect(sort).toMatchObject({ calls: 1, ownMs: 20, cumulativeMs: 35 });
  expect(Object.keys(sort?.callees ?? {})).toEqual(["key", "<built-in len>"]);
});

test("a recursion's time counts once", () => {
  const { search } = rowsByName(SEARCHING);
  expect(search).toMatchObject({ calls: 33, primitiveCalls: 3, ownMs: 40, cumulativeMs: 60 });
  expect(search?.callers).toMatchObject({
    "<module>": { calls: 3, cumulativeMs: 60 },
    search: { calls: 30, ownMs: 25, cumulativeMs: 0 },
  });
});

test("two functions that call each other count once each", () => {
  const profile = profileForTests([["odd", 1, 1, ["even", 1, 2, ["odd", 1, 4, ["even", 1, 8]]]]]);
  expect(rowsByName(profile)).toMatchObject({
    odd: { calls: 2, ownMs: 5, cumulativeMs: 15 },
    even: { calls: 2, ownMs: 10, cumulativeMs: 14 },
  });
});

test("own times add up to the profile's, and callers' cumulative times to the function's", () => {
  const table = functionTable(SEARCHING);
  expect(table.reduce((sum, { ownMs }) => sum + ownMs, 0)).toBe(100);
  const called = table.filter(({ callers }) => callers.length > 0);
  expect(called).toHaveLength(4);
  for (const { callers, cumulativeMs } of called) {
    expect(callers.reduce((sum, edge) => sum + edge.cumulativeMs, 0)).toBe(cumulativeMs);
  }
});

test("two lambdas of one line share a row", () => {
  const profile = profileForTests([["<module>", 1, 1, ["one", 2, 3], ["other", 4, 5]]]);
  const lambda = { name: "<lambda>", file: "program.py", line: 7 };
  const [first = lambda] = profile.functions;
  expect(rowsByName({ ...profile, functions: [first, lambda, lambda] })["<lambda>"]).toMatchObject({
    calls: 6,
    ownMs: 8,
  });
});

test("a recursion of 20,000 calls is no trouble", () => {
  const nodes = Array.from({ length: 20_000 }, (_, index) => ({
    function: 0,
    parent: index === 0 ? null : index - 1,
    calls: 1,
    ownMs: 1,
  }));
  const profile = { ...profileForTests([["down", 1, 1]]), nodes };
  expect(functionTable(profile)[0]).toMatchObject({ calls: 20_000, ownMs: 20_000, cumulativeMs: 20_000 });
});

test.each([
  [{ parent: 1, function: 0 }, "names caller 1, which does not stand before it"],
  [{ parent: null, function: 5 }, "names function 5, but there are 1"],
])("a profile whose node is %o is refused", (wrong, problem) => {
  const profile = profileForTests([["main", 1, 1]]);
  const nodes = [...profile.nodes, { calls: 1, ownMs: 1, ...wrong }];
  expect(() => functionTable(Profile.parse({ ...profile, nodes }))).toThrow(problem);
});
