import type { ProcessEnd } from "@/lib/machine/process-message";
import { isFailed } from "@/lib/run/check-case";
import type { CheckPlan, GrowthCase } from "@/lib/run/check-plan";
import type { Evidence, GrowthEvidence, WorkEvidence } from "@/lib/run/evidence";
import type { ProgramFile } from "@/lib/run/run-request";
import type { PythonProcess } from "./python-process";
import type { WorkReport } from "./runtime-report";

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
  const evidence: Evidence = { cases, work: null };
  if (!cases.some(isFailed)) {
    const { work, growth } = checks;
    if (work !== null) {
      const report = await unheard(process, () => runtime.count(program, work));
      if (report.end.outcome === "interrupted") return report.end;
      evidence.work = workEvidence(report);
    }
    if (growth !== undefined) {
      const report = await unheard(process, () => runtime.countGrowth(program, growth));
      if (report.end.outcome === "interrupted") return report.end;
      const found = growthEvidence(report, growth);
      if (found !== null) evidence.growth = found;
    }
  }
  send({ type: "evidence", evidence });
  return end;
}

async function unheard({ output }: PythonProcess, count: () => Promise<WorkReport>) {
  output.mute();
  const report = await count();
  output.unmute();
  output.write("stderr", report.traceback);
  return report;
}

function workEvidence({ counts, other_result: otherResult, busiest }: WorkReport): WorkEvidence | null {
  const [count, starterCount] = counts;
  if (count === undefined || starterCount === undefined) return null;
  return { unit: "steps", count, starterCount, otherResult, ...(busiest && { busiest }) };
}

function growthEvidence(
  { counts, other_result: otherResult, busiest }: WorkReport,
  { runs }: GrowthCase,
): GrowthEvidence | null {
  const points = runs.flatMap(({ size }, index) => {
    const count = counts[index];
    return count === undefined ? [] : [{ size, count }];
  });
  if (points.length < runs.length) return null;
  return { unit: "steps", points, otherResult, ...(busiest && { busiest }) };
}
