import takeMarksSource from "../guest/take-marks.guest.js";
import type { VirtualMachine } from "../virtual-machine";
import { openExactProfiler } from "./exact-profiler";
import { mark, markCode } from "./mark";
import { markMachine } from "./marked-machine";
import type { Watch } from "./watch";

/** The engine's host has to see the same code a while before it runs at its full speed. */
const TRIALS = 10;
const TRIAL_ROUNDS = 100;
const MARKS_A_ROUND = 10;

/**
 * Watches every call and line of the files that a fresh machine evaluates from now on. What is told is without what the
 * marks cost, as far as that can be known; the run itself takes several times as long.
 */
export function watchExactly(machine: VirtualMachine): Watch {
  const { context } = machine;
  const marked = markMachine(machine, { density: "full", take: (code) => profiler.take(code) });
  const profiler = openExactProfiler(marked.index, () => performance.now());
  const takeMarks = () => {
    using code = context.newNumber(markCode(mark.line));
    using rounds = context.newNumber(TRIAL_ROUNDS);
    machine.install(takeMarksSource, "take-marks", marked.guest, code, rounds);
    return TRIAL_ROUNDS * MARKS_A_ROUND;
  };
  const trials = Array.from({ length: TRIALS }, () => profiler.markMs(takeMarks));
  const markMs = trials.toSorted((one, other) => one - other)[TRIALS / 2] ?? 0;
  return { begin: profiler.begin, profile: () => profiler.profile(markMs), close: marked.close };
}
