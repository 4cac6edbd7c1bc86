import type { QuickJSHandle } from "quickjs-emscripten-core";
import { isTestCase } from "@/lib/run/check-case";
import type { CallCase, CheckPlan, WorkCase } from "@/lib/run/check-plan";
import type { CaseEvidence, Evidence } from "@/lib/run/evidence";
import type { ProgramFile } from "@/lib/run/run-request";
import { countSteps } from "../counting/counted-machine";
import { isEqualJson } from "../equal-json";
import { lineOf, type GuestError } from "../guest-error";
import type { JavaScriptProcess } from "../javascript-process";
import type { Outcome, VirtualMachine } from "../virtual-machine";
import type { Tried } from "./attempt";
import { openTests } from "./open-tests";

const SHOWN_CHARACTERS = 200;
const MESSAGE_CHARACTERS = 1_000;

/** A process whose program has run, where its checks call for that, and how it goes on until a promise is settled. */
export type CheckedProcess = Pick<
  JavaScriptProcess,
  "machine" | "openMachine" | "openGuest" | "isInterrupted" | "kernel"
> & { readonly settle: (promise: QuickJSHandle) => GuestError | null | Promise<GuestError | null> };

/** Whether the learner's file is to be loaded for these checks: tests run it by themselves. */
export const callsProgram = ({ cases, work }: CheckPlan) =>
  work !== null || cases.some((check) => !isTestCase(check));

/**
 * Gathers evidence about a program: calls its functions, and has the author's tests try it on a machine of its own. Work
 * is counted only when every case is equal, in new machines from `openMachine`, so that nothing counted before weighs on
 * it; an error in that pass is given beside the evidence.
 */
export async function checkProgram(
  process: CheckedProcess,
  { checks, ...tried }: Tried & { readonly checks: CheckPlan },
): Promise<{ evidence: Evidence; countingError: GuestError | null }> {
  const { program } = tried;
  const cases: CaseEvidence[] = [];
  const tests = checks.script === null ? null : openTests(process, { ...tried, script: checks.script });
  for (const check of checks.cases) {
    if (!isTestCase(check)) cases.push(await checkCase(process, program, check));
    else if (tests !== null) cases.push(await tests.judge(check));
  }
  tests?.dispose();
  if (checks.work === null || cases.some(({ outcome }) => outcome !== "equal"))
    return { evidence: { cases, work: null }, countingError: null };
  const counted = countWork(process.openMachine(), program, checks.work);
  if ("message" in counted) return { evidence: { cases, work: null }, countingError: counted };
  const starter = countWork(process.openMachine(), { ...program, code: checks.work.starter }, checks.work);
  if ("message" in starter) return { evidence: { cases, work: null }, countingError: starter };
  const otherResult = starter.result !== null && !isSameJson(counted.result, starter.result);
  const work = { unit: "steps" as const, count: counted.steps, starterCount: starter.steps, otherResult };
  return { evidence: { cases, work }, countingError: null };
}

async function checkCase(
  process: CheckedProcess,
  program: ProgramFile,
  check: CallCase,
): Promise<CaseEvidence> {
  const { machine } = process;
  const raised = (error: GuestError): CaseEvidence => ({
    id: check.id,
    outcome: "raised",
    message: error.message.slice(0, MESSAGE_CHARACTERS),
    line: lineOf(error, program.path),
  });
  const called = await settled(process, callByName(machine, program, check), check.call);
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

/** What a promise has become, once all it waits for has happened; any other value as it is. */
async function settled({ machine, settle }: CheckedProcess, called: Outcome, name: string): Promise<Outcome> {
  if ("error" in called || !machine.isPromise(called.value)) return called;
  using promise = called.value;
  const error = await settle(promise);
  if (error !== null) return { error };
  const value = machine.fulfilled(promise);
  if (value !== null) return { value };
  const message = `The promise that \`${name}\` gave is never settled.`;
  return { error: { message, stack: "", kind: "raised" } };
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
