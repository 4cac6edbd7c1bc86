import type { QuickJSHandle } from "quickjs-emscripten-core";
import { isFailed, isRunCase, isTestCase } from "@/lib/run/check-case";
import type { CallCase, CheckPlan } from "@/lib/run/check-plan";
import type { CaseEvidence, Evidence } from "@/lib/run/evidence";
import type { ProgramFile } from "@/lib/run/run-request";
import { isEqualJson } from "../equal-json";
import { lineOf, type GuestError } from "../guest-error";
import type { JavaScriptProcess } from "../javascript-process";
import type { Outcome } from "../virtual-machine";
import type { Tried } from "./attempt";
import { callByName } from "./call-by-name";
import { countGrowth } from "./count-growth";
import { countWork } from "./count-work";
import { openTests } from "./open-tests";
import { watchRun } from "./watch-run";

const SHOWN_CHARACTERS = 200;
const MESSAGE_CHARACTERS = 1_000;

/** A process whose program has run, where its checks call for that, and how it goes on until a promise is settled. */
export type CheckedProcess = Pick<
  JavaScriptProcess,
  "machine" | "openMachine" | "openGuest" | "isInterrupted" | "kernel"
> & { readonly settle: (promise: QuickJSHandle) => GuestError | null | Promise<GuestError | null> };

/** Whether the learner's file is to be loaded for these checks: tests run it by themselves. */
export const callsProgram = ({ cases, work, growth }: CheckPlan) =>
  work !== null || growth !== undefined || cases.some((check) => !isTestCase(check) && !isRunCase(check));

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
    if (isRunCase(check)) {
      if (!cases.some(isFailed)) cases.push(watchRun(process, tried, { check, starter: checks.starter }));
    } else if (!isTestCase(check)) cases.push(await checkCase(process, program, check));
    else if (tests !== null) cases.push(await tests.judge(check));
  }
  tests?.dispose();
  if (cases.some(isFailed)) return { evidence: { cases, work: null }, countingError: null };
  const work = checks.work && countWork(process, program, checks.work);
  if (work !== null && "message" in work) return { evidence: { cases, work: null }, countingError: work };
  const growth = checks.growth && countGrowth(process, program, checks.growth);
  if (growth === undefined) return { evidence: { cases, work }, countingError: null };
  if ("message" in growth) return { evidence: { cases, work }, countingError: growth };
  return { evidence: { cases, work, growth }, countingError: null };
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
