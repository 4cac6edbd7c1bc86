import { expect, test } from "vitest";
import { Timeline } from "@/lib/run/timeline";
import { openTimelineCollector } from "./timeline-collector";
import type { TimelineNote } from "./timeline-note";
import { TIMELINE_SPANS_LIMIT } from "@/lib/run/report-limits";

const PROGRAM = 100;
const WORKER = 101;
const lane = (number: number, kind: "process" | "thread" | "task", name: string): TimelineNote => ({
  note: "lane",
  lane: number,
  kind,
  name,
  parent: 0,
});
const state = (
  to: "starting" | "running" | "ready" | "waiting",
  atMs: number,
  label = "",
  of = 0,
): TimelineNote => ({
  note: "state",
  lane: of,
  state: to,
  label,
  atMs,
});

test("a program and the process that it starts are lanes, whose times count from the program's first statement", () => {
  const collector = openTimelineCollector();
  collector.notes(PROGRAM, [lane(0, "process", "the program"), state("running", 1_000)]);
  collector.starts({ pid: WORKER, parentPid: PROGRAM, atMs: 1_010 });
  collector.notes(PROGRAM, [state("waiting", 1_020, "a process")]);
  collector.notes(WORKER, [
    lane(0, "process", "Process-1 (ask)"),
    state("starting", 1_100, "its program"),
    state("running", 1_150),
    { note: "end", lane: 0, atMs: 1_190 },
  ]);
  collector.ends(WORKER, 1_195);
  collector.notes(PROGRAM, [state("running", 1_200), { note: "end", lane: 0, atMs: 1_210 }]);
  const timeline = collector.timeline({ pid: PROGRAM, atMs: 1_300 });
  expect(Timeline.parse(timeline)).toEqual({
    wallMs: 210,
    lanes: [
      { kind: "process", name: "the program", parent: null },
      { kind: "process", name: "Process-1 (ask)", parent: 0 },
    ],
    spans: expect.arrayContaining([
      { lane: 0, state: "running", label: "", fromMs: 0, toMs: 20 },
      { lane: 0, state: "waiting", label: "a process", fromMs: 20, toMs: 200 },
      { lane: 0, state: "running", label: "", fromMs: 200, toMs: 210 },
      { lane: 1, state: "starting", label: "its interpreter", fromMs: 10, toMs: 100 },
      { lane: 1, state: "starting", label: "its program", fromMs: 100, toMs: 150 },
      { lane: 1, state: "running", label: "", fromMs: 150, toMs: 190 },
    ]),
    tasks: [],
    isCut: false,
  });
});

test("a process that is killed at work leaves what it was at, and the task that it had", () => {
  const collector = openTimelineCollector();
  collector.notes(PROGRAM, [lane(0, "process", "the program"), state("running", 0)]);
  collector.starts({ pid: WORKER, parentPid: PROGRAM, atMs: 0 });
  collector.notes(WORKER, [state("running", 10), { note: "task", lane: 0, label: "ask('shop')", atMs: 12 }]);
  collector.ends(WORKER, 50);
  const timeline = collector.timeline({ pid: PROGRAM, atMs: 60 });
  expect(timeline?.tasks).toEqual([{ lane: 1, label: "ask('shop')", fromMs: 12, toMs: 50 }]);
  expect(timeline?.spans).toContainEqual({ lane: 1, state: "running", label: "", fromMs: 10, toMs: 50 });
});

test("what says the same twice is one stretch, and nothing goes back in time", () => {
  const collector = openTimelineCollector();
  collector.notes(PROGRAM, [
    lane(0, "process", "the program"),
    state("running", 100),
    state("running", 110),
    state("waiting", 150, "sleep"),
    state("running", 120),
    state("waiting", 200, "sleep"),
  ]);
  expect(collector.timeline({ pid: PROGRAM, atMs: 220 })?.spans).toEqual([
    { lane: 0, state: "running", label: "", fromMs: 0, toMs: 50 },
    { lane: 0, state: "running", label: "", fromMs: 50, toMs: 100 },
    { lane: 0, state: "waiting", label: "sleep", fromMs: 100, toMs: 120 },
  ]);
});

test("nobody speaks for a lane that it has not, nor after its end", () => {
  const collector = openTimelineCollector();
  collector.notes(PROGRAM, [
    lane(0, "process", "the program"),
    state("running", 0),
    state("waiting", 5, "x", 7),
  ]);
  collector.notes(WORKER, [state("running", 1)]);
  collector.ends(PROGRAM, 10);
  collector.notes(PROGRAM, [state("waiting", 20, "sleep")]);
  expect(collector.timeline({ pid: PROGRAM, atMs: 30 })?.spans).toEqual([
    { lane: 0, state: "running", label: "", fromMs: 0, toMs: 10 },
  ]);
});

test("a run whose program never began has no timeline", () => {
  expect(openTimelineCollector().timeline({ pid: PROGRAM, atMs: 5 })).toBeNull();
});

test("more than a timeline holds is cut, and says so", () => {
  const collector = openTimelineCollector();
  collector.notes(PROGRAM, [lane(0, "process", "the program")]);
  for (let at = 0; at <= TIMELINE_SPANS_LIMIT; at += 1)
    collector.notes(PROGRAM, [state(at % 2 === 0 ? "running" : "waiting", at, "sleep")]);
  const timeline = collector.timeline({ pid: PROGRAM, atMs: TIMELINE_SPANS_LIMIT + 1 });
  expect(timeline?.isCut).toBe(true);
  expect(Timeline.safeParse(timeline).success).toBe(true);
});
