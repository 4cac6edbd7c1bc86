import { CheckPlan } from "@/lib/run/check-plan";
import { runEventLoop } from "../event-loop";
import { openProcess } from "../process-for-tests";
import { runProgram } from "../run-program";
import { callsProgram, checkProgram } from "./check-program";

type Wanted = NonNullable<Parameters<typeof openProcess>[0]>;

/** What Check finds out about a file, in a process in Node. */
export async function checked(
  code: string,
  checks: Partial<CheckPlan>,
  { path = "answer.js", ...wanted }: { path?: string } & Pick<Wanted, "files" | "settings"> = {},
) {
  const program = { path, code };
  const { process, request } = await openProcess({ program, ...wanted });
  const { machine } = process;
  const plan = CheckPlan.parse({ cases: [], script: null, work: null, ...checks });
  if (callsProgram(plan)) await runProgram(process, program);
  const settle = (last: Parameters<typeof machine.isPending>[0]) =>
    runEventLoop(process, { last, isOver: () => !machine.isPending(last) });
  return checkProgram(
    { ...process, settle },
    { program, checks: plan, files: request.files, settings: request.settings },
  );
}
