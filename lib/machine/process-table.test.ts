import { beforeEach, expect, test } from "vitest";
import { FRAME_OWNER } from "./kernel-lock";
import { newKernelMemory, PROCESS_LIMIT, PROCESS_SLOTS } from "./kernel-memory";
import { KernelError } from "./kernel-objects";
import { openMachineKernel, type MachineKernel } from "./machine-kernel";
import { hasEnded } from "./process-table";

let kernel: MachineKernel;
beforeEach(() => void (kernel = openMachineKernel(newKernelMemory(), FRAME_OWNER)));

test("processes are numbered from 100 on, each with a slot of its own", () => {
  const { processes } = kernel;
  expect([1, 2, 3].map(() => processes.reserve())).toEqual([
    { pid: 100, slot: 0 },
    { pid: 101, slot: 1 },
    { pid: 102, slot: 2 },
  ]);
  expect(processes.alive()).toEqual([100, 101, 102]);
  expect(processes.slotOf(101)).toBe(1);
});

test("16 processes run at once; one more is refused in a sentence until another has ended", () => {
  const { processes } = kernel;
  const pids = Array.from({ length: PROCESS_SLOTS }, () => processes.reserve().pid);
  expect(() => processes.reserve()).toThrow(KernelError);
  expect(() => processes.reserve()).toThrow("this machine runs 16 processes at once at most");
  processes.end(pids[5] ?? 0, 0);
  expect(processes.reserve()).toEqual({ pid: 116, slot: 5 });
});

test("how a process ended is known for as long as the run lasts, its slot is given away", () => {
  const { processes } = kernel;
  const { pid } = processes.reserve();
  expect(processes.exitCodeOf(pid)).toBeNull();
  processes.end(pid, -15);
  expect(processes.exitCodeOf(pid)).toBe(-15);
  expect(processes.slotOf(pid)).toBeNull();
  const next = processes.reserve();
  expect(next).toEqual({ pid: pid + 1, slot: 0 });
  expect(processes.exitCodeOf(pid)).toBe(-15);
  expect(processes.exitCodeOf(next.pid)).toBeNull();
});

test("a process that has ended is known to have, and its slot is not taken until it is given away again", () => {
  const { memory, processes } = kernel;
  const { pid, slot } = processes.reserve();
  expect([hasEnded(memory, pid), processes.isTaken(slot)]).toEqual([false, true]);
  processes.end(pid, 0);
  expect([hasEnded(memory, pid), processes.isTaken(slot)]).toEqual([true, false]);
  const next = processes.reserve();
  expect([hasEnded(memory, pid), hasEnded(memory, next.pid)]).toEqual([true, false]);
  expect(processes.isTaken(slot)).toBe(true);
});

test("a process that is being ended is halted, but nobody gets its slot before it holds nothing", () => {
  const { processes, memory } = kernel;
  const { pid, slot } = processes.reserve();
  processes.beginEnd(pid);
  expect(hasEnded(memory, pid)).toBe(true);
  expect(processes.exitCodeOf(pid)).toBeNull();
  expect(processes.isTaken(slot)).toBe(true);
  expect(processes.reserve().slot).not.toBe(slot);
  processes.end(pid, 7);
  expect(processes.exitCodeOf(pid)).toBe(7);
  expect(processes.reserve().slot).toBe(slot);
});

test("a process ends once: what is said of it later does not matter", () => {
  const { processes, signal } = kernel;
  const { pid } = processes.reserve();
  const before = signal.count();
  processes.end(pid, 3);
  expect(signal.count()).toBe(before + 1);
  processes.end(pid, -9);
  expect(processes.exitCodeOf(pid)).toBe(3);
  expect(signal.count()).toBe(before + 1);
});

test.each([1, 99, 200, 100 + PROCESS_LIMIT, -5])("process %i was never there", (pid) => {
  const { processes } = kernel;
  processes.reserve();
  processes.end(pid, 0);
  expect(processes.slotOf(pid)).toBeNull();
  expect(processes.exitCodeOf(pid)).toBeNull();
});

test("how many were ever started is counted, and there is an end to it", () => {
  const { processes } = kernel;
  for (let started = 0; started < PROCESS_LIMIT; started += 1) processes.end(processes.reserve().pid, 0);
  expect(processes.count()).toBe(PROCESS_LIMIT);
  expect(processes.alive()).toEqual([]);
  expect(() => processes.reserve()).toThrow("one run may start 4096 processes at most");
});
