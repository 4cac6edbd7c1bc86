import { expect, test } from "vitest";
import { planCheck } from "./plan-check";

const call = { id: "two", call: "double", arguments: [2], returns: 4 };
const visibleTest = { id: "copies", test: "every_file_arrives" };
const hiddenTest = { id: "fresh", test: "finds_new_files" };
const shown = { name: "A check", nameHtml: "A <b>check</b>" };
const work = { call: "double", arguments: [100], nameHtml: "", atMost: 0.5, atLeast: 0.1 };
const code = "def every_file_arrives(attempt): ...\n";
const common = { work, growth: null, starter: "# starter", seed: 7 };

test("a check asks for every case, bare, with the script that its tests are in", () => {
  const fetched = { checks: [{ ...hiddenTest, ...shown }], checkCode: code };
  const checks = [
    { ...call, ...shown },
    { ...visibleTest, ...shown },
  ];
  expect(planCheck({ ...common, checks, fetched })).toEqual({
    cases: [call, visibleTest, hiddenTest],
    script: { code, seed: 7 },
    work: { call: "double", arguments: [100], starter: "# starter" },
  });
});

test("without the server the calls are asked for alone, and work that waits for the tests is not counted", () => {
  const checks = [
    { ...call, ...shown },
    { ...visibleTest, ...shown },
  ];
  expect(planCheck({ ...common, checks, fetched: null })).toEqual({
    cases: [call],
    script: null,
    work: null,
  });
});

test("the starter goes with a run that is compared with it, and no run waits for the server", () => {
  const overlap = { id: "overlap", run: { inFlightAtLeast: 2 } };
  const quick = { id: "quick", run: { speedUpAtLeast: 2 } };
  const plan = (...runs: (typeof overlap | typeof quick)[]) =>
    planCheck({ ...common, checks: runs.map((run) => ({ ...run, ...shown })), fetched: null });
  expect(plan(overlap)).not.toHaveProperty("starter");
  expect(plan(overlap, quick)).toMatchObject({ cases: [overlap, quick], starter: "# starter" });
});

test("an exercise of calls only is checked without the server as before, and never gets a script", () => {
  const checks = [{ ...call, ...shown }];
  expect(planCheck({ ...common, checks, fetched: null })).toMatchObject({
    cases: [call],
    script: null,
    work: {},
  });
  expect(planCheck({ ...common, checks, fetched: { checks: [], checkCode: code } }).script).toBeNull();
});

test("where growth is asked for, the arguments of every size are made", () => {
  const growth = {
    call: "double",
    sizes: [2, 4],
    arguments: [{ range: "n" as const }],
    nameHtml: "",
    atMost: "n" as const,
    atLeastSteps: 1,
  };
  const checks = [{ ...call, ...shown }];
  const runs = [
    { size: 2, arguments: [[0, 1]] },
    { size: 4, arguments: [[0, 1, 2, 3]] },
  ];
  expect(planCheck({ ...common, growth, checks, fetched: null }).growth).toEqual({
    call: "double",
    runs,
    starter: "# starter",
  });
  const withTest = [...checks, { ...visibleTest, ...shown }];
  expect(planCheck({ ...common, growth, checks: withTest, fetched: null }).growth).toBeUndefined();
});
