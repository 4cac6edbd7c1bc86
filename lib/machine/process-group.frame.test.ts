import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";
import { nothingMeasured } from "@/lib/run/measurement";
import type { RunEvent } from "@/lib/run/run-event";
import { RunRequest } from "@/lib/run/run-request";
import { putFiles } from "./file-tree";
import { openKernelLock } from "./kernel-lock";
import { openMachineKernel } from "./machine-kernel";
import { READING, WRITING } from "./pipes";
import { openProcessGroup } from "./process-group.frame";
import type { Process } from "./process.frame";
import type { FromProcess, ProcessEnd, ToProcess } from "./process-message";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("crossOriginIsolated", true);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const request = RunRequest.parse({
  language: "python",
  program: { path: "main.py", code: "print(1)" },
  before: [],
  files: [],
  settings: MachineSettings.parse({}),
  limits: Limits.parse({ outputLimitBytes: 40 }),
  checks: null,
});

/** A process that says what the test makes it say. */
function fakeProcess(ready: Promise<void> = Promise.resolve()) {
  const did = { sent: Array<ToProcess>(), turnsEnded: 0, terminated: 0 };
  let say: (message: FromProcess) => void = () => {};
  let breakDown: (reason: string) => void = () => {};
  const process: Process = {
    ready,
    ring: null,
    interrupt: () => true,
    endTurn: () => void (did.turnsEnded += 1),
    send: (message) => void did.sent.push(message),
    bringLibrary: () => Promise.resolve(),
    listen: (onMessage, onBroken) => {
      say = onMessage;
      breakDown = onBroken;
    },
    terminate: () => void (did.terminated += 1),
  };
  const ended = (exitCode: number, end: ProcessEnd = { outcome: "finished" }) =>
    say({ type: "ended", end, exitCode, measurement: nothingMeasured });
  return {
    process,
    did,
    ended,
    say: (message: FromProcess) => say(message),
    break: (reason: string) => breakDown(reason),
  };
}
type FakeProcess = ReturnType<typeof fakeProcess>;

/** A run with its program's process, whose kernel the test uses as that process does, and with processes to take. */
function openRun(...spares: FakeProcess[]) {
  const events: RunEvent[] = [];
  const waiting = [...spares];
  const group = openProcessGroup({
    request,
    takeProcess: () => {
      const next = waiting.shift();
      return next === undefined
        ? Promise.reject(new Error("there is no more"))
        : Promise.resolve(next.process);
    },
    onEvent: (event) => void events.push(event),
  });
  const { memory, slot, pid } = group.own;
  if (memory === null) throw new Error("Nothing is shared here.");
  const kernel = openMachineKernel(memory, slot);
  kernel.pipes.create(slot);
  const main = fakeProcess();
  const hear = group.hear(main.process, pid);
  /** What a process does that wants another one: it reserves a number, then asks for it. */
  const spawn = async (hearIt = hear, payload = Uint8Array.of(1, 2)) => {
    const reserved = kernel.processes.reserve();
    hearIt({ type: "spawn", pid: reserved.pid, payload });
    await vi.advanceTimersByTimeAsync(0);
    return reserved;
  };
  const printed = () => events.map((event) => (event.type === "output" ? event.text : ""));
  return { group, events, kernel, main, hear, spawn, printed };
}

test("a process that is asked for is started with its payload, and knows its number, its parent and its slot", async () => {
  const child = fakeProcess();
  const { group, spawn } = openRun(child);
  const { pid, slot } = await spawn();
  expect(child.did.sent).toEqual([
    {
      type: "run",
      job: {
        kind: "child",
        payload: Uint8Array.of(1, 2),
        limits: request.limits,
        settings: request.settings,
      },
      place: { ...group.own, pid, parentPid: 100, slot },
    },
  ]);
  expect([pid, slot]).toEqual([101, 1]);
});

test("a child of a child has that one as its parent", async () => {
  const [child, grandchild] = [fakeProcess(), fakeProcess()];
  const { spawn, kernel } = openRun(child, grandchild);
  await spawn();
  const { pid } = kernel.processes.reserve();
  child.say({ type: "spawn", pid, payload: Uint8Array.of() });
  await vi.advanceTimersByTimeAsync(0);
  expect(grandchild.did.sent).toMatchObject([{ place: { pid, parentPid: 101 } }]);
});

test("a child that ends leaves its exit code, is thrown away and holds nothing any more", async () => {
  const child = fakeProcess();
  const { kernel, spawn } = openRun(child);
  const { pid, slot } = await spawn();
  const pipe = kernel.pipes.create(slot);
  kernel.objects.retain(pipe, READING, 0);
  child.ended(3);
  expect(kernel.processes.exitCodeOf(pid)).toBe(3);
  expect(child.did.terminated).toBe(1);
  expect(kernel.pipes.isAtEnd(pipe)).toBe(true);
  // Its slot is free for the next one.
  expect(kernel.processes.reserve()).toEqual({ pid: pid + 1, slot });
});

test("a child that is killed is terminated at once, with the signal as its exit code", async () => {
  const child = fakeProcess();
  const { kernel, hear, spawn, events } = openRun(child);
  const { pid } = await spawn();
  hear({ type: "kill", pid, signal: 15 });
  expect(kernel.processes.exitCodeOf(pid)).toBe(-15);
  expect(child.did.terminated).toBe(1);
  child.ended(0);
  child.break("late");
  expect(kernel.processes.exitCodeOf(pid)).toBe(-15);
  expect(events).toEqual([]);
});

test("a child that is killed while it boots is never started", async () => {
  const booted = Promise.withResolvers<void>();
  const child = fakeProcess(booted.promise);
  const { kernel, hear, spawn } = openRun(child);
  const { pid } = await spawn();
  hear({ type: "kill", pid, signal: 9 });
  booted.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(kernel.processes.exitCodeOf(pid)).toBe(-9);
  expect(child.did).toEqual({ sent: [], turnsEnded: 0, terminated: expect.any(Number) });
  expect(child.did.terminated).toBeGreaterThan(0);
});

test("a child that breaks has exit code −6, and stderr says why, after what it printed", async () => {
  const child = fakeProcess();
  const { kernel, spawn, events } = openRun(child);
  const { pid } = await spawn();
  child.say({ type: "output", stream: "stdout", text: "so far\n" });
  child.break("out of stack");
  expect(kernel.processes.exitCodeOf(pid)).toBe(-6);
  expect(events).toEqual([
    { type: "output", stream: "stdout", text: "so far\n" },
    { type: "output", stream: "stderr", text: `Process ${pid} broke: out of stack\n` },
  ]);
});

test("a child whose interpreter breaks breaks too, whatever exit code it gives", async () => {
  const child = fakeProcess();
  const { kernel, spawn, printed } = openRun(child);
  const { pid } = await spawn();
  child.ended(0, { outcome: "crashed", message: "Python broke" });
  expect(kernel.processes.exitCodeOf(pid)).toBe(-6);
  expect(printed()).toEqual([`Process ${pid} broke: Python broke\n`]);
});

test.each([
  ["does not come up", () => [fakeProcess(Promise.reject(new Error("no interpreter")))], "no interpreter"],
  ["cannot be had", () => [], "there is no more"],
])("a child that %s breaks", async (_what, spares, reason) => {
  const { kernel, spawn, printed } = openRun(...spares());
  const { pid } = await spawn();
  expect(kernel.processes.exitCodeOf(pid)).toBe(-6);
  expect(printed()).toEqual([`Process ${pid} broke: ${reason}\n`]);
});

test("the children end with the program, and their numbers with them", async () => {
  const all = [fakeProcess(), fakeProcess()];
  const { group, kernel, spawn } = openRun(...all);
  const pids = [await spawn(), await spawn()].map(({ pid }) => pid);
  group.end();
  expect(all.map(({ did }) => did.terminated)).toEqual([1, 1]);
  expect(pids.map(kernel.processes.exitCodeOf)).toEqual([-9, -9]);
});

test("a lock of the kernel that an ended child held is free again", async () => {
  const child = fakeProcess();
  const { hear, kernel, spawn } = openRun(child);
  const { pid, slot } = await spawn();
  openKernelLock(kernel.memory, slot).hold(() => {
    hear({ type: "kill", pid, signal: 9 });
    expect(kernel.processes.exitCodeOf(pid)).toBe(-9);
  });
});

test("processes that nobody reserved, and the program's own, are not started again", async () => {
  const child = fakeProcess();
  const { group, hear } = openRun(child);
  for (const pid of [7, 101, group.own.pid]) hear({ type: "spawn", pid, payload: Uint8Array.of() });
  await vi.advanceTimersByTimeAsync(0);
  expect(child.did.sent).toEqual([]);
});

test("turns end only in a process that has asked for it, and only while it is there", async () => {
  const child = fakeProcess();
  const { group, main, hear, spawn } = openRun(child);
  await spawn();
  await vi.advanceTimersByTimeAsync(100);
  expect([main.did.turnsEnded, child.did.turnsEnded]).toEqual([0, 0]);
  for (let asked = 0; asked < 3; asked += 1) child.say({ type: "preempt" });
  await vi.advanceTimersByTimeAsync(100);
  expect([main.did.turnsEnded, child.did.turnsEnded]).toEqual([0, 20]);
  child.ended(0);
  hear({ type: "preempt" });
  await vi.advanceTimersByTimeAsync(50);
  expect([main.did.turnsEnded, child.did.turnsEnded]).toEqual([10, 20]);
  group.end();
  await vi.advanceTimersByTimeAsync(50);
  expect(main.did.turnsEnded).toBe(10);
});

test("a Stop wakes whoever waits", () => {
  const { group, kernel } = openRun();
  const before = kernel.signal.count();
  group.wake();
  expect(kernel.signal.count()).toBe(before + 1);
});

test("what the learner types reaches the keyboard's pipe, and nothing typed is the end of the input", () => {
  const { group, kernel } = openRun();
  group.input("Grüße\n");
  expect(new TextDecoder().decode(kernel.pipes.read(0, 100))).toBe("Grüße\n");
  expect(kernel.pipes.isAtEnd(0)).toBe(false);
  group.input("");
  expect(kernel.objects.heldAt(0, WRITING)).toBe(0);
  expect(kernel.pipes.isAtEnd(0)).toBe(true);
});

test("a child that waits for the learner is told to the page", async () => {
  const child = fakeProcess();
  const { events, spawn } = openRun(child);
  await spawn();
  child.say({ type: "input-wanted" });
  expect(events).toEqual([{ type: "input-wanted" }]);
});

test("all processes of a run share what it may print, and that it was cut is told once", async () => {
  const child = fakeProcess();
  const { group, main, spawn, events, printed } = openRun(child);
  await spawn();
  const relay = group.relayOf(main.process);
  relay.output("stdout", "m".repeat(30));
  relay.flush();
  child.say({ type: "output", stream: "stdout", text: "c".repeat(30) });
  child.say({ type: "output-cut" });
  child.ended(0);
  relay.output("stdout", "m");
  relay.flush();
  expect(printed().join("")).toBe("m".repeat(30) + "c".repeat(10));
  expect(events.filter(({ type }) => type === "output-cut")).toHaveLength(1);
});

test("what the run left in its files is read by the frame, even if its process died at work on them", () => {
  const { group, kernel } = openRun();
  putFiles(kernel.files, [{ path: "out.txt", text: "done" }], "/home/learner");
  const written = openKernelLock(kernel.memory, kernel.slot).hold(group.written);
  expect(written).toMatchObject({ files: [{ path: "out.txt", sizeBytes: 4 }], leftOut: 0 });
});

test("where nothing can be shared the program is alone", async () => {
  vi.stubGlobal("crossOriginIsolated", false);
  const taken = vi.fn<() => Promise<Process>>();
  const group = openProcessGroup({ request, takeProcess: taken, onEvent: () => {} });
  const main = fakeProcess();
  group.hear(main.process, group.own.pid)({ type: "spawn", pid: 101, payload: Uint8Array.of() });
  await vi.advanceTimersByTimeAsync(0);
  expect(group.own).toMatchObject({ memory: null, pid: 100, slot: 0, cpuCount: 1 });
  expect(taken).not.toHaveBeenCalled();
  expect([group.written(), group.waitedMs()]).toEqual([null, null]);
});
