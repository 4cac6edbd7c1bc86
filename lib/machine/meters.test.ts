import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newKernelMemory } from "./kernel-memory";
import { openMachineKernel } from "./machine-kernel";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** As many processes of one run. */
function openProcesses(count: number) {
  const memory = newKernelMemory();
  const all = Array.from({ length: count }, (_, slot) => openMachineKernel(memory, slot).meters);
  for (const meters of all) meters.start();
  return all;
}
/** `performance.timeOrigin + performance.now()` is exact to a fraction of a microsecond. */
const ms = (value: number) => Math.round(value * 100) / 100;
const pass = (milliseconds: number) => void vi.advanceTimersByTime(milliseconds);

test("the I/O clock runs only while a copy is under way", () => {
  const [meters] = openProcesses(1);
  if (meters === undefined) throw new Error("There is no process.");
  pass(100);
  expect(meters.ioClockMs()).toBe(0);
  meters.beginCopy(40);
  pass(25);
  expect(ms(meters.ioClockMs())).toBe(25);
  pass(15);
  meters.endCopy();
  pass(500);
  expect(ms(meters.ioClockMs())).toBe(40);
  meters.beginCopy(10);
  pass(10);
  meters.endCopy();
  expect(ms(meters.ioClockMs())).toBe(50);
  expect(meters.chargedMs()).toBe(50);
});

test("what is charged over what the clock shows is how many copies overlapped, in whichever process", () => {
  const processes = openProcesses(3);
  for (const meters of processes) meters.beginCopy(60);
  pass(30);
  for (const meters of processes) meters.beginCopy(30);
  pass(30);
  for (const meters of processes) {
    meters.endCopy();
    meters.endCopy();
  }
  for (const meters of processes) expect(ms(meters.chargedMs() / meters.ioClockMs())).toBe(4.5);
});

test("how long copies were under way is known at every moment, each counted for itself", () => {
  const [one, other] = openProcesses(2);
  if (one === undefined || other === undefined) throw new Error("There are no processes.");
  const copied = () => ms(other.copiedMs());
  pass(100);
  one.beginCopy(1_000);
  pass(200);
  expect(copied()).toBe(200);
  other.beginCopy(50);
  pass(50);
  expect(copied()).toBe(300);
  other.endCopy();
  pass(100);
  other.end(0);
  pass(500);
  expect(copied()).toBe(400);
});

test("a process that ends in the middle of its copies leaves the clock to those of others", () => {
  const [one, other] = openProcesses(2);
  if (one === undefined || other === undefined) throw new Error("There are no processes.");
  one.beginCopy(1_000);
  one.beginCopy(1_000);
  other.beginCopy(50);
  pass(20);
  other.end(0);
  pass(30);
  expect(ms(other.ioClockMs())).toBe(50);
  other.endCopy();
  pass(500);
  expect(ms(other.ioClockMs())).toBe(50);
  expect(other.chargedMs()).toBe(2_050);
});

test("the clock stops when the only process that copies ends", () => {
  const [one, other] = openProcesses(2);
  if (one === undefined || other === undefined) throw new Error("There are no processes.");
  one.beginCopy(1_000);
  pass(20);
  other.end(0);
  pass(500);
  expect(ms(other.ioClockMs())).toBe(20);
  other.beginCopy(5);
  pass(5);
  other.endCopy();
  expect(ms(other.ioClockMs())).toBe(25);
});

test("a process computes while it does not wait", () => {
  const [meters] = openProcesses(1);
  if (meters === undefined) throw new Error("There is no process.");
  pass(30);
  meters.beginWait("a timer");
  pass(20);
  expect([ms(meters.waitedMs()), ms(meters.computingMs())]).toEqual([20, 30]);
  pass(50);
  meters.endWait();
  pass(5);
  expect([ms(meters.waitedMs()), ms(meters.computingMs())]).toEqual([70, 35]);
  expect(ms(meters.waitedMsOf(0))).toBe(70);
});

test("the machine's sums hold what ended processes have used, and a slot that is used again begins at nothing", () => {
  const [one, other] = openProcesses(2);
  if (one === undefined || other === undefined) throw new Error("There are no processes.");
  pass(10);
  one.read(100);
  one.wrote(7);
  one.wrote(3);
  other.read(5);
  other.end(0);
  pass(10);
  one.start();
  pass(10);
  one.read(1);
  expect(ms(one.computingMs())).toBe(10);
  expect(ms(other.machineComputingMs())).toBe(10 + 10 + 30);
  expect([other.totalReadBytes(), other.totalReads()]).toEqual([106, 3]);
  expect([other.totalWrittenBytes(), other.totalWrites()]).toEqual([10, 2]);
});

test("a slot without a process neither waits nor computes", () => {
  const [meters] = openProcesses(1);
  if (meters === undefined) throw new Error("There is no process.");
  pass(100);
  expect(meters.waitedMsOf(7)).toBe(0);
  expect(ms(meters.machineComputingMs())).toBe(100);
});
