import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { callgrindText } from "./callgrind";
import { readCallgrindFile } from "./callgrind-file-for-tests";
import { profileForTests, SEARCHING } from "./profile-for-tests";

type Costs = Record<string, number>;

/** What Valgrind's own tool makes of a file; null where it is not installed. */
function annotated(text: string, inclusive: "yes" | "no"): Costs | null {
  const folder = mkdtempSync(path.join(tmpdir(), "lento-callgrind-"));
  try {
    const file = path.join(folder, "callgrind.out.1");
    writeFileSync(file, text);
    const options = ["--threshold=100", `--inclusive=${inclusive}`, file];
    const tool = spawnSync("callgrind_annotate", options, { encoding: "utf8", cwd: folder });
    if (tool.error) return null;
    expect(tool.stderr).toBe("");
    const rows = tool.stdout.matchAll(/^ *([\d,]+) .*?%\) +(?:(PROGRAM TOTALS)|\S+?:(.+?)(?: \[\])?)$/gm);
    return Object.fromEntries(
      Array.from(rows, ([, cost = "", totals, name = ""]) => [
        totals ?? name,
        Number(cost.replaceAll(",", "")),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The tool's rules, for machines without it: what is called costs what its calls cost, anything else its own and its calls'. */
function annotatedByItsRules(text: string, inclusive: "yes" | "no"): Costs {
  const { own, calls, summary } = readCallgrindFile(text);
  const bare = (name: string) => name.slice(name.indexOf(":") + 1);
  const costs: Costs = { "PROGRAM TOTALS": summary };
  for (const [name, cost] of Object.entries(own)) {
    const to = Object.entries(calls).filter(([pair]) => pair.endsWith(` > ${name}`));
    const from = Object.entries(calls).filter(([pair]) => pair.startsWith(`${name} > `));
    const callCost = (pairs: typeof to) => pairs.reduce((sum, [, call]) => sum + call.cost, 0);
    const cumulative = to.length > 0 ? callCost(to) : cost + callCost(from);
    costs[bare(name)] = inclusive === "yes" ? cumulative : cost;
  }
  return costs;
}

const text = callgrindText(SEARCHING, "program.py");

test("every function's own cost, every call and both totals are in the file", () => {
  expect(readCallgrindFile(text)).toEqual({
    summary: 100_000,
    totals: 100_000,
    own: {
      "program.py:<module>": 5_000,
      "program.py:search": 40_000,
      "program.py:sort": 20_000,
      "program.py:key": 22_000,
      "~:<built-in len>": 13_000,
    },
    calls: {
      "program.py:<module> > program.py:search": { calls: 3, cost: 60_000 },
      "program.py:<module> > program.py:sort": { calls: 1, cost: 35_000 },
      "program.py:sort > program.py:key": { calls: 200, cost: 10_000 },
      "program.py:sort > ~:<built-in len>": { calls: 400, cost: 5_000 },
      "program.py:search > program.py:search": { calls: 30, cost: 0 },
      "program.py:search > program.py:key": { calls: 33, cost: 12_000 },
      "program.py:search > ~:<built-in len>": { calls: 60, cost: 8_000 },
    },
  });
});

test.each([
  ["own", "no", { "<module>": 5_000, search: 40_000, sort: 20_000, key: 22_000, "<built-in len>": 13_000 }],
  [
    "cumulative",
    "yes",
    { "<module>": 100_000, search: 60_000, sort: 35_000, key: 22_000, "<built-in len>": 13_000 },
  ],
] as const)("callgrind_annotate tells the right %s costs", (_, inclusive, costs) => {
  const expected = { "PROGRAM TOTALS": 100_000, ...costs };
  expect(annotatedByItsRules(text, inclusive)).toEqual(expected);
  expect(annotated(text, inclusive) ?? expected).toEqual(expected);
});

test("where calls were not counted, each pair says one, so that no reader takes its cost for the caller's own", () => {
  const sampled = profileForTests([["<module>", 0, 1, ["work", 0, 9]]], { mode: "sampling", samples: 10 });
  expect(readCallgrindFile(callgrindText(sampled, "p.py")).calls).toEqual({
    "program.py:<module> > program.py:work": { calls: 1, cost: 9_000 },
  });
});

test("functions of one name and file are told apart by their lines", () => {
  const profile = profileForTests([["<module>", 1, 1, ["a", 1, 2], ["b", 1, 3]]]);
  const functions = profile.functions.map((each) =>
    each.name === "<module>" ? each : { ...each, name: "<lambda>" },
  );
  expect(readCallgrindFile(callgrindText({ ...profile, functions }, "p.py")).own).toEqual({
    "program.py:<module>": 1_000,
    "program.py:<lambda>:20": 2_000,
    "program.py:<lambda>:30": 3_000,
  });
});

test("a name cannot forge lines or numbers", () => {
  const profile = profileForTests([["(1) f\n99 1000000\nfn=(7) g", 1, 1]]);
  expect(readCallgrindFile(callgrindText(profile, "p.py\nsummary: 5"))).toMatchObject({
    summary: 1_000,
    own: { "program.py:(1) f 99 1000000 fn=(7) g": 1_000 },
  });
});
