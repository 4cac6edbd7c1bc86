import type { ProcessEnd } from "@/lib/machine/process-message";
import type { CheckPlan, WorkCase } from "@/lib/run/check-plan";
import type { WorkEvidence } from "@/lib/run/evidence";
import type { ProgramFile } from "@/lib/run/run-request";
import type { PythonProcess } from "./python-process";

/** Calls the learner's functions, and counts their work once all that they gave is right. Sends the evidence. */
export async function checkInPython(
  process: PythonProcess,
  program: ProgramFile,
  checks: CheckPlan,
): Promise<ProcessEnd> {
  const { runtime, output, send } = process;
  const { end, traceback, cases } = await runtime.check(program, checks);
  output.write("stderr", traceback);
  if (end.outcome !== "finished") return end;
  if (checks.work === null || cases.some(({ outcome }) => outcome !== "equal")) {
    send({ type: "evidence", evidence: { cases, work: null } });
    return end;
  }
  const counted = await countWork(process, program, checks.work);
  if (counted.end.outcome === "interrupted") return counted.end;
  send({ type: "evidence", evidence: { cases, work: counted.work } });
  return end;
}

async function countWork({ runtime, output }: PythonProcess, program: ProgramFile, work: WorkCase) {
  output.mute();
  const { end, traceback, counts, other_result: otherResult } = await runtime.count(program, work);
  output.unmute();
  output.write("stderr", traceback);
  return { end, work: workEvidence(counts, otherResult) };
}

function workEvidence([count, starterCount]: readonly number[], otherResult: boolean): WorkEvidence | null {
  if (count === undefined || starterCount === undefined) return null;
  return { unit: "steps", count, starterCount, otherResult };
}
