import type { QuickJSHandle } from "quickjs-emscripten-core";
import { isTestCase } from "@/lib/run/check-case";
import type { CallCase, CheckPlan, WorkCase } from "@/lib/run/check-plan";
import type { CaseEvidence, Evidence } from "@/lib/run/evidence";
import type { ProgramFile } from "@/lib/run/run-request";
import { countSteps } from "./counting/counted-machine";
import { isEqualJson } from "./equal-json";
import { lineOf, type GuestError } from "./guest-error";
import type { VirtualMachine } from "./virtual-machine";

const SHOWN_CHARACTERS = 200;

/**
 * Gathers evidence about a program that `machine` has already run. Work is counted only when every case is equal, in
 * new machines from `openMachine`, so that nothing counted before weighs on it; an error in that pass is given beside
 * the evidence.
 */
export function checkProgram({
  machine,
  program,
  checks,
  openMachine,
}: {
  machine: VirtualMachine;
  program: ProgramFile;
  checks: CheckPlan;
  openMachine: () => VirtualMachine;
}): { evidence: Evidence; countingError: GuestError | null } {
  // Tests are Python; the course's check keeps them from exercises in JavaScript.
  const cases = checks.cases.flatMap((check) =>
    isTestCase(check) ? [] : [checkCase(machine, program, check)],
  );
  if (checks.work === null || cases.some(({ outcome }) => outcome !== "equal"))
    return { evidence: { cases, work: null }, countingError: null };
  const count = countWork(openMachine(), program, checks.work);
  const starter = countWork(openMachine(), { ...program, code: checks.work.starter }, checks.work);
  if (typeof count !== "number") return { evidence: { cases, work: null }, countingError: count };
  if (typeof starter !== "number") return { evidence: { cases, work: null }, countingError: starter };
  return { evidence: { cases, work: { unit: "steps", count, starterCount: starter } }, countingError: null };
}

function checkCase(machine: VirtualMachine, program: ProgramFile, check: CallCase): CaseEvidence {
  const { context } = machine;
  const raised = (error: GuestError): CaseEvidence => ({
    id: check.id,
    outcome: "raised",
    message: error.message,
    line: lineOf(error, program.path),
  });
  const called = callByName(machine, program, check);
  if ("error" in called) return raised(called.error);
  using value = called.value;
  using expected = literal(machine, check.returns);
  if (isEqualJson(context.dump(value), check.returns)) return { id: check.id, outcome: "equal" };
  const shown = (handle: QuickJSHandle) => machine.inspect(handle).slice(0, SHOWN_CHARACTERS);
  return { id: check.id, outcome: "different", got: shown(value), expected: shown(expected) };
}

function callByName(
  machine: VirtualMachine,
  program: ProgramFile,
  { call, arguments: values }: Pick<CallCase, "call" | "arguments">,
) {
  using callee = machine.lookUp(call);
  if (callee === null || machine.context.typeof(callee) !== "function") {
    const message = `There is no function \`${call}\` in ${program.path}.`;
    return { error: { message, stack: "", kind: "raised" } satisfies GuestError };
  }
  const handles = values.map((value) => literal(machine, value));
  const result = machine.call(callee, ...handles);
  for (const handle of handles) handle.dispose();
  return result;
}

/** A JSON value made inside the machine: every call gets a copy of its own. */
function literal(machine: VirtualMachine, value: unknown): QuickJSHandle {
  const made = machine.fromJson(value);
  if ("error" in made) throw new Error(`A check's value could not be made: ${made.error.message}`);
  return made.value;
}

/** The steps of one call; what the file does when it is loaded is not counted. */
function countWork(machine: VirtualMachine, program: ProgramFile, work: WorkCase): number | GuestError {
  const counting = countSteps(machine);
  try {
    const loaded = machine.evaluate(program);
    if ("error" in loaded) return loaded.error;
    loaded.value.dispose();
    const before = counting.steps();
    const called = callByName(machine, program, work);
    if ("error" in called) return called.error;
    called.value.dispose();
    return counting.steps() - before;
  } finally {
    counting.dispose();
    machine.dispose();
  }
}
