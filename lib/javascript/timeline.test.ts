import { expect, test } from "vitest";
import { openTimelineCollector } from "@/lib/machine/timeline-collector";
import { WRITING } from "@/lib/machine/pipes";
import type { Timeline } from "@/lib/run/timeline";
import { openCommands } from "./commands/open-commands";
import { installCommands } from "./install-commands";
import { openProcess } from "./process-for-tests";
import { runInJavaScript } from "./run-in-javascript";
import { runWorker, openWorkerPipes } from "./run-worker";
import { openMessageWriter } from "./pipe-messages";
import { realClock } from "./wait-clock";

/** Runs a program with commands whose notes are collected as the frame does it. */
async function timelineOf(code: string): Promise<Timeline> {
  const { process, request, told, printed } = await openProcess({
    tellsTimeline: true,
    program: { path: "main.js", code },
  });
  const { kernel, machine, timeline, isInterrupted } = process;
  const commands = openCommands({
    kernel,
    disk: request.settings.disk,
    clock: realClock(kernel, isInterrupted),
    timeline,
  });
  const guestCommands = installCommands(machine, () => {});
  const sources = [...process.sources, guestCommands.connect(commands)];
  await runInJavaScript({ ...process, sources }, request);
  expect(printed.stderr).toBe("");
  return collected(told);
}

function collected(told: Awaited<ReturnType<typeof openProcess>>["told"]) {
  const collector = openTimelineCollector();
  for (const message of told) if (message.type === "noted") collector.notes(100, message.notes);
  const timeline = collector.timeline({ pid: 100, atMs: performance.timeOrigin + performance.now() });
  if (timeline === null) throw new Error("There is no timeline.");
  return timeline;
}

const statesOf = ({ lanes, spans }: Timeline, name: string) =>
  spans
    .filter(({ lane }) => lanes[lane]?.name === name)
    .map(({ state, label }) => (label === "" ? state : `${state}: ${label}`));

test("a program that waits for a timer says so", async () => {
  const timeline = await timelineOf("setTimeout(() => console.log(1), 30);");
  expect(statesOf(timeline, "the program")).toEqual(["running", "waiting: a timer", "running"]);
});

test("commands that wait at the same time are lanes of their own", async () => {
  const timeline = await timelineOf(`
import { execFile } from "node:child_process";
for (const seconds of ["0.04", "0.05"]) execFile("sleep", [seconds], () => {});`);
  expect(timeline.lanes.map(({ kind, name }) => [kind, name])).toEqual([
    ["process", "the program"],
    ["process", "sleep"],
    ["process", "sleep"],
  ]);
  expect(statesOf(timeline, "the program")).toContain("waiting: a command");
  const waits = timeline.spans.filter(({ label }) => label === "sleep");
  expect(waits).toHaveLength(2);
  const [one, other] = waits;
  expect(Math.max(one?.fromMs ?? 0, other?.fromMs ?? 0)).toBeLessThan(
    Math.min(one?.toMs ?? 0, other?.toMs ?? 0),
  );
});

test("a worker notes each call that its pool wants, by name and value, once it has loaded the program", async () => {
  const program = {
    path: "main.js",
    code: "async function ask(host) { if (host === 'wiki') throw new Error('down'); return host; }",
  };
  const { process, pool, told } = await openProcess({ tellsTimeline: true });
  const { kernel, timeline } = process;
  timeline?.lane(0, "process", "a worker");
  timeline?.state(0, "starting", "its program");
  const [tasks, results] = [kernel.pipes.create(kernel.slot), kernel.pipes.create(kernel.slot)];
  const task = { program, before: [], tasks, results };
  const pipes = openWorkerPipes(kernel, task, timeline);
  pool.connect(pipes.door, { isMain: false, isWorker: true, pid: 100, cpuCount: 2, file: "main.js" });
  const asking = openMessageWriter(kernel.pipes, tasks);
  for (const items of [["shop", "mail"], ["wiki"]])
    asking.post({ text: JSON.stringify(["ask", false, [12, items]]), buffers: [] });
  asking.flush();
  // Nothing more will be asked: it need not wait for ever.
  kernel.objects.release(tasks, WRITING, kernel.slot);
  expect(await runWorker(process, { pool, pipes, task })).toBe(0);
  timeline?.flush();
  const found = collected(told);
  expect(found.tasks.map(({ label }) => label)).toEqual(['ask("shop")', 'ask("mail")', 'ask("wiki")']);
  expect(statesOf(found, "a worker")).toEqual(expect.arrayContaining(["starting: its program", "running"]));
});
