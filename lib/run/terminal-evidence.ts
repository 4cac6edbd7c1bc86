import * as z from "zod/mini";

/** What a process is doing, in words; what Linux tells of it is one letter. */
export const ProcessState = z.enum(["running", "sleeping", "stopped", "waiting for the disk", "zombie"]);
export type ProcessState = z.infer<typeof ProcessState>;

/** A process on a machine with Linux on it. */
export const LinuxProcess = z.strictObject({
  pid: z.int().check(z.positive()),
  parent: z.int().check(z.nonnegative()),
  /** As the kernel has it: 15 characters at most, a script's own name where it was started by that. */
  name: z.string(),
  /** The program first; none of a zombie. */
  arguments: z.array(z.string()),
  state: ProcessState,
  /** From -20 to 19: higher is nicer. */
  nice: z.int(),
  /** Computing time so far, in the kernel's ticks. */
  cpuTicks: z.int().check(z.nonnegative()),
});
export type LinuxProcess = z.infer<typeof LinuxProcess>;

/** What was entered at a prompt, as the history has it, and how it ended. */
export const EnteredCommand = z.strictObject({ text: z.string(), exitCode: z.int() });
export type EnteredCommand = z.infer<typeof EnteredCommand>;

/** What came of a command of the author's. */
export const ProbeResult = z.strictObject({ exitCode: z.int(), lastLine: z.string() });
export type ProbeResult = z.infer<typeof ProbeResult>;

/** How many commands had been entered in each window. */
export const CommandCounts = z.array(z.int().check(z.nonnegative()));

/** Steps of a terminal that were reached, by their ids, each with the commands that had been entered by then. */
export const TerminalStanding = z.record(z.string(), CommandCounts);
export type TerminalStanding = z.infer<typeof TerminalStanding>;

/** What a look into a machine with Linux on it finds. */
export const TerminalEvidence = z.strictObject({
  processes: z.array(LinuxProcess),
  /** Window by window, without those where Enter alone was pressed. */
  commands: z.array(z.array(EnteredCommand)),
  /** How often each window's shell has shown its prompt. */
  prompts: z.array(z.int()),
  /** By the ids under which they were asked for. */
  probes: z.record(z.string(), ProbeResult),
  /** What the machine was told to keep; null where that is nothing, or not legible. */
  standing: z.nullable(TerminalStanding),
});
export type TerminalEvidence = z.infer<typeof TerminalEvidence>;
