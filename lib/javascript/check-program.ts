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
const MESSAGE_CHARACTERS = 1_000;

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
  const counted = countWork(openMachine(), program, checks.work);
  if ("message" in counted) return { evidence: { cases, work: null }, countingError: counted };
  const starter = countWork(openMachine(), { ...program, code: checks.work.starter }, checks.work);
  if ("message" in starter) return { evidence: { cases, work: null }, countingError: starter };
  const otherResult = starter.result !== null && !isSameJson(counted.result, starter.result);
  const work = { unit: "steps" as const, count: counted.steps, starterCount: starter.steps, otherResult };
  return { evidence: { cases, work }, countingError: null };
}

function checkCase(machine: VirtualMachine, program: ProgramFile, check: CallCase): CaseEvidence {
  const raised = (error: GuestError): CaseEvidence => ({
    id: check.id,
    outcome: "raised",
    message: error.message.slice(0, MESSAGE_CHARACTERS),
    line: lineOf(error, program.path),
  });
  const called = callByName(machine, program, check);
  if ("error" in called) return raised(called.error);
  using value = called.value;
  const got = machine.toJson(value);
  if ("error" in got) return raised(got.error);
  if (got.json !== null && isEqualJson(JSON.parse(got.json), check.returns))
    return { id: check.id, outcome: "equal" };
  using expected = machine.fromJson(check.returns);
  const shown = (handle: QuickJSHandle) => machine.shown(handle, SHOWN_CHARACTERS);
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
  const handles = values.map(machine.fromJson);
  const result = machine.call(callee, ...handles);
  for (const handle of handles) handle.dispose();
  return result;
}

/** What a call gave, as JSON text, and how many steps it took. */
type Counted = { readonly steps: number; readonly result: string | null };

/** The steps of one call; what the file does when it is loaded is not counted. */
function countWork(machine: VirtualMachine, program: ProgramFile, work: WorkCase): Counted | GuestError {
  const counting = countSteps(machine);
  try {
    const loaded = machine.evaluate(program);
    if ("error" in loaded) return loaded.error;
    loaded.value.dispose();
    const before = counting.steps();
    const called = callByName(machine, program, work);
    if ("error" in called) return called.error;
    const steps = counting.steps() - before;
    using value = called.value;
    const result = machine.toJson(value);
    return "error" in result ? result.error : { steps, result: result.json };
  } finally {
    counting.dispose();
    machine.dispose();
  }
}

const isSameJson = (one: string | null, other: string) =>
  one !== null && isEqualJson(JSON.parse(one), JSON.parse(other));
