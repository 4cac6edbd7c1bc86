import { ARGUMENT, PART } from "./evidence-script";
import {
  LinuxProcess,
  TerminalEvidence,
  TerminalStanding,
  type EnteredCommand,
  type ProcessState,
} from "./terminal-evidence";

/** What ends a prompt's entry in a window's log of commands, before the last command's exit code. */
const PROMPT = "\u001E";

/** What Linux calls the states of a process. Kernel threads alone are `I`, which is sleeping. */
const states: Readonly<Record<string, ProcessState>> = {
  R: "running",
  S: "sleeping",
  I: "sleeping",
  T: "stopped",
  t: "stopped",
  D: "waiting for the disk",
  Z: "zombie",
};

/** The process that all kernel threads come from. */
const KERNEL_THREADS = 2;

/**
 * Reads what the evidence script printed. It comes from inside the machine, where a learner may do as they like: what
 * says nothing is passed over. Throws where the answer is not whole.
 */
export function readTerminalEvidence(output: string): TerminalEvidence {
  const parts = output
    .split(PART)
    .slice(1)
    .map((part) => part.split(/\r?\n/));
  const evidence: TerminalEvidence = { processes: [], commands: [], prompts: [], probes: {}, standing: null };
  for (const [heading = "", ...lines] of parts) {
    const body = lines.slice(0, -1);
    const [kind, name = "", code = ""] = heading.split(" ");
    if (kind === "commands") {
      evidence.commands.push(enteredIn(body));
      evidence.prompts.push(body.filter((line) => line.startsWith(PROMPT)).length);
    }
    if (kind === "standing") evidence.standing = standingIn(body.join(""));
    if (kind === "processes") evidence.processes.push(...processesIn(body));
    if (kind === "probe") evidence.probes[name] = { exitCode: Number(code), lastLine: body[0] ?? "" };
  }
  if (parts.at(-1)?.[0] !== "end")
    throw new Error("The machine told only a part of what it was asked for. Press Check again.");
  return TerminalEvidence.parse(evidence);
}

function enteredIn(lines: readonly string[]): EnteredCommand[] {
  const commands: EnteredCommand[] = [];
  let text: string[] = [];
  for (const line of lines) {
    if (!line.startsWith(PROMPT)) {
      text.push(line);
      continue;
    }
    const exitCode = Number(line.slice(PROMPT.length));
    if (text.length > 0 && Number.isInteger(exitCode)) commands.push({ text: text.join("\n"), exitCode });
    text = [];
  }
  return commands;
}

function processesIn(lines: readonly string[]): LinuxProcess[] {
  const processes: LinuxProcess[] = [];
  for (let line = 0; line < lines.length; line += 2) {
    const process = processOf(lines[line] ?? "", lines[line + 1] ?? "");
    if (process !== null && process.pid !== KERNEL_THREADS && process.parent !== KERNEL_THREADS)
      processes.push(process);
  }
  return processes;
}

/** A process by its line in `/proc/<pid>/stat` (proc(5), man-pages 6): the name is whatever the outermost brackets hold. */
function processOf(stat: string, joined: string): LinuxProcess | null {
  const [, pid, name, rest = ""] = /^(\d+) \((.*)\) (.*)$/.exec(stat.trimEnd()) ?? [];
  const [letter = "", ...figures] = rest.split(" ");
  // Of the figures after the state, which is field 3: 4 parent, 14 and 15 computing time, 19 nice value.
  const field = (number: number) => Number(figures[number - 4]);
  const process = LinuxProcess.safeParse({
    pid: Number(pid),
    parent: field(4),
    name,
    arguments: joined === "" ? [] : joined.split(ARGUMENT),
    state: states[letter],
    nice: field(19),
    cpuTicks: field(14) + field(15),
  });
  return process.success ? process.data : null;
}

function standingIn(json: string): TerminalStanding | null {
  try {
    const standing = TerminalStanding.safeParse(JSON.parse(json));
    return standing.success ? standing.data : null;
  } catch {
    return null;
  }
}
