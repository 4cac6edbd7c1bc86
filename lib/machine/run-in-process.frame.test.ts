import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RunEvent } from "@/lib/run/run-event";
import { RunRequest } from "@/lib/run/run-request";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";
import { openProcessGroup } from "./process-group.frame";
import type { Process } from "./process.frame";
import type { FromProcess } from "./process-message";
import { runInProcess } from "./run-in-process.frame";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const measurement = { wallMs: 5, waitingMs: 2 };
const limits = Limits.parse({ timeoutMs: 1_000, outputLimitBytes: 10 });

/** A process that says what the test makes it say. */
async function runWith({
  canInterrupt = true,
  ready = Promise.resolve(),
  bringLibrary = () => Promise.resolve(),
} = {}) {
  const events: RunEvent[] = [];
  let say: (message: FromProcess) => void = () => {};
  let breakDown: (reason: string) => void = () => {};
  const did = { interrupts: 0, terminated: false };
  const process: Process = {
    ready,
    ring: null,
    interrupt: () => {
      did.interrupts += 1;
      return canInterrupt;
    },
    endTurn: () => {},
    send: () => {},
    bringLibrary,
    listen: (onMessage, onBroken) => {
      say = onMessage;
      breakDown = onBroken;
    },
    terminate: () => (did.terminated = true),
  };
  const program = { path: "main.py", code: "" };
  const settings = MachineSettings.parse({});
  const request = RunRequest.parse({
    language: "python",
    program,
    before: [],
    files: [],
    settings,
    limits,
    checks: null,
  });
  const onEvent = (event: RunEvent) => void events.push(event);
  const group = openProcessGroup({ request, takeProcess: () => Promise.reject(new Error("none")), onEvent });
  const { stop } = runInProcess({ process, group, request, onEvent });
  await vi.advanceTimersByTimeAsync(0);
  const last = () => events.at(-1);
  return {
    events,
    last,
    did,
    stop,
    say: (message: FromProcess) => say(message),
    break: (reason: string) => breakDown(reason),
  };
}

test("a program that ends is finished with the time its process measured, and its process is thrown away", async () => {
  const run = await runWith();
  run.say({ type: "started" });
  run.say({ type: "ended", end: { outcome: "finished" }, exitCode: 0, measurement });
  expect(run.events).toEqual([{ type: "started" }, { type: "finished", measurement }]);
  expect(run.did.terminated).toBe(true);
});

test("Stop asks first, and what the program says of its end does not matter", async () => {
  const run = await runWith();
  run.say({ type: "started" });
  run.stop();
  expect(run.did).toEqual({ interrupts: 1, terminated: false });
  run.say({ type: "ended", end: { outcome: "finished" }, exitCode: 0, measurement });
  expect(run.last()).toEqual({ type: "stopped", measurement });
});

test("a program that does not heed Stop is terminated after the grace", async () => {
  const run = await runWith();
  run.stop();
  await vi.advanceTimersByTimeAsync(299);
  expect(run.did.terminated).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(run.did.terminated).toBe(true);
  expect(run.last()).toMatchObject({ type: "stopped" });
});

test("without shared memory there is no asking: Stop terminates at once", async () => {
  const run = await runWith({ canInterrupt: false });
  run.stop();
  expect(run.did.terminated).toBe(true);
});

test("the time limit ends a program as failed, also while earlier cells are replayed", async () => {
  const run = await runWith();
  await vi.advanceTimersByTimeAsync(1_000 + 300);
  expect(run.last()).toMatchObject({ type: "failed", problem: { kind: "time-limit", timeoutMs: 1_000 } });
});

test("a process that breaks is told as a crash, and nothing is heard of it afterwards", async () => {
  const run = await runWith();
  run.break("out of stack");
  run.say({ type: "started" });
  expect(run.events).toMatchObject([
    { type: "failed", problem: { kind: "crashed", message: "out of stack" } },
  ]);
});

test("an interpreter that does not come up is told as unavailable", async () => {
  const run = await runWith({ ready: Promise.reject(new Error("no interpreter")) });
  expect(run.last()).toMatchObject({
    type: "failed",
    problem: { kind: "unavailable", message: "no interpreter" },
  });
});

test("fetching the standard library does not count towards the time limit", async () => {
  const library = Promise.withResolvers<void>();
  const run = await runWith({ bringLibrary: () => library.promise });
  run.say({ type: "library-wanted" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(run.events).toEqual([]);
  library.resolve();
  await vi.advanceTimersByTimeAsync(1_000 + 300);
  expect(run.last()).toMatchObject({ type: "failed", problem: { kind: "time-limit" } });
});

test("asking for the standard library again and again gains no more time", async () => {
  const run = await runWith();
  for (let asked = 0; asked < 4; asked += 1) {
    run.say({ type: "library-wanted" });
    await vi.advanceTimersByTimeAsync(900);
  }
  expect(run.last()).toMatchObject({ type: "failed", problem: { kind: "time-limit" } });
});

test("a standard library that cannot be fetched ends the program as unavailable", async () => {
  const run = await runWith({ bringLibrary: () => Promise.reject(new Error("no connection")) });
  run.say({ type: "library-wanted" });
  await vi.advanceTimersByTimeAsync(0);
  expect(run.last()).toMatchObject({ problem: { kind: "unavailable", message: "no connection" } });
  expect(run.did.terminated).toBe(true);
});

test("no more output goes to the page than the limit, whatever the process sends", async () => {
  const run = await runWith();
  for (let sent = 0; sent < 5; sent += 1) run.say({ type: "output", stream: "stdout", text: "12345678" });
  run.say({ type: "ended", end: { outcome: "finished" }, exitCode: 0, measurement });
  const text = run.events.map((event) => (event.type === "output" ? event.text : "")).join("");
  expect(text).toBe("1234567812");
});

test("cut output is told once", async () => {
  const run = await runWith();
  run.say({ type: "output-cut" });
  run.say({ type: "output-cut" });
  expect(run.events).toEqual([{ type: "output-cut", outputLimitBytes: 10 }]);
});
