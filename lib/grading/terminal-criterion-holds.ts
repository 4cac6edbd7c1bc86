import type { TerminalStep } from "@/lib/course/terminal";
import type { ProcessCriterion } from "@/lib/course/terminal-criterion";
import type { LinuxProcess, TerminalEvidence } from "@/lib/run/terminal-evidence";

export type Criterion = Pick<TerminalStep, "process" | "ran" | "exitCode" | "probe" | "after">;

/**
 * Whether a criterion holds, and how many commands had been entered in each window by then; undefined where it does not.
 * Of the commands, those count that were entered after the first `since` of their window.
 */
export function holds(
  { process, ran, exitCode = 0, probe }: Criterion,
  { id, evidence, since }: { id: string; evidence: TerminalEvidence; since: readonly number[] },
): number[] | undefined {
  const now = evidence.commands.map((commands) => commands.length);
  if (process !== undefined) return isCountOf(process, evidence.processes) ? now : undefined;
  if (probe !== undefined) return evidence.probes[id]?.exitCode === 0 ? now : undefined;
  // As authors read it: a dot is any character of a command, also of one in several lines.
  const pattern = new RegExp(ran ?? "", "s");
  for (const [window, commands] of evidence.commands.entries()) {
    const found = commands.findIndex(
      (command, index) =>
        index >= (since[window] ?? 0) &&
        (exitCode === "any" || command.exitCode === exitCode) &&
        pattern.test(command.text),
    );
    if (found !== -1) return now.map((count, other) => (other === window ? found + 1 : count));
  }
  return undefined;
}

const isCountOf = (criterion: ProcessCriterion, processes: readonly LinuxProcess[]) =>
  isWithin(processes.filter((process) => isAsked(criterion, process)).length, criterion.count);

const isAsked = ({ name, arguments: pattern, state, nice }: ProcessCriterion, process: LinuxProcess) =>
  isNamed(name, process) &&
  (pattern === undefined || new RegExp(pattern, "s").test(process.arguments.join(" "))) &&
  (state === undefined || state.includes(process.state)) &&
  (nice === undefined || isWithin(process.nice, nice));

/** The kernel keeps this many characters of a name. */
const NAME_CHARACTERS = 15;

const isNamed = (asked: string, { name, arguments: [program = ""] }: LinuxProcess) =>
  name === asked.slice(0, NAME_CHARACTERS) || program.split("/").at(-1) === asked;

const isWithin = (
  figure: number,
  { atLeast = -Infinity, atMost = Infinity }: { atLeast?: number | undefined; atMost?: number | undefined },
) => figure >= atLeast && figure <= atMost;
