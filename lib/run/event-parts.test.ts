import { expect, test } from "vitest";
import { profileParts, timelineParts } from "./event-parts";
import type { Profile } from "./profile";
import { foldRun, startingRun } from "./run";
import { Timeline } from "./timeline";

const timeline: Timeline = {
  wallMs: 2_000,
  lanes: Array.from({ length: 2_001 }, (_, index) => ({
    kind: index === 0 ? "process" : "task",
    name: `lane ${index}`,
    parent: index === 0 ? null : 0,
  })),
  spans: Array.from({ length: 6_002 }, (_, index) => ({
    lane: index % 2_001,
    state: "running",
    label: "",
    fromMs: index,
    toMs: index + 1,
  })),
  tasks: [{ lane: 0, label: "one", fromMs: 0, toMs: 1 }],
  isCut: true,
};
const profile: Profile = {
  mode: "deterministic",
  wallMs: 100,
  samples: 0,
  functions: Array.from({ length: 600 }, (_, index) => ({ name: `f${index}`, file: "main.py", line: index })),
  nodes: Array.from({ length: 5_000 }, (_, index) => ({
    function: index % 600,
    parent: index === 0 ? null : index - 1,
    calls: 1,
    ownMs: 0.1,
  })),
  lines: [{ file: "main.py", line: 1, hits: 3, ownMs: 1 }],
  isCut: false,
};

test("a long timeline comes in short parts, and a run has all of it in the end", () => {
  const parts = timelineParts(timeline);
  expect(parts.length).toBeGreaterThan(10);
  for (const part of parts)
    expect(part.lanes.length + part.spans.length + part.tasks.length).toBeLessThan(1_600);
  const run = parts.reduce(
    (before, part) => foldRun(before, { type: "timeline", timeline: part }),
    startingRun,
  );
  expect(run.timeline).toEqual(timeline);
});

test("so does a large profile, and what is small comes at once", () => {
  const parts = profileParts(profile);
  expect(parts).toHaveLength(10);
  const run = parts.reduce(
    (before, part) => foldRun(before, { type: "profile", profile: part }),
    startingRun,
  );
  expect(run.profile).toEqual(profile);
  expect(timelineParts({ ...timeline, lanes: [], spans: [], tasks: [] })).toHaveLength(1);
});

test("a frame that sends more than a timeline may hold is heard up to there", () => {
  const part = { ...timeline, lanes: timeline.lanes.slice(0, 500), spans: [], tasks: [] };
  let run = startingRun;
  for (let turn = 0; turn < 20; turn += 1) run = foldRun(run, { type: "timeline", timeline: part });
  expect(Timeline.safeParse(run.timeline).success).toBe(true);
  expect(run.timeline?.lanes).toHaveLength(2_500);
});
