import { HOME_FOLDER } from "@/lib/machine/file-tree";
import type { MachineSettings } from "@/lib/run/machine-settings";
import type { GivenFile, ProgramFile } from "@/lib/run/run-request";
import type { JavaScriptProcess } from "../javascript-process";
import { openProgramFiles } from "../open-program-files";
import { openKernelApart } from "../simulation/kernel-apart";
import { openSimulation } from "../simulation/open-simulation";
import type { RanCommand } from "../simulation/ran-command";

/** Of a program's output; what comes after it is not heard. */
const OUTPUT_LIMIT_CHARACTERS = 200_000;

/** What a test asks to be tried, and on what. */
export type Tried = {
  readonly program: ProgramFile;
  readonly files: readonly GivenFile[];
  readonly settings: MachineSettings;
};

/** One run of the learner's file as a script, and what the machine noted of it. */
export type FinishedAttempt = {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** The line that names the error which ended the script; empty where none did. */
  readonly error: string;
  readonly commands: readonly RanCommand[];
  readonly ioClockMs: number;
  readonly ioChargedMs: number;
  /** How many copies were under way at once on average, while there were any; 0 where nothing was copied. */
  readonly ioOverlap: number;
  readonly processesStarted: number;
  /** Until it ended, by a clock that stands still while a program computes. */
  readonly elapsedMs: number;
};

/** The learner's file, and a machine of its own that it is tried on: files that stay from one run to the next. */
export function openAttempt(
  { openGuest, isInterrupted }: Pick<JavaScriptProcess, "openGuest" | "isInterrupted">,
  { program, files: given, settings }: Tried,
) {
  const { kernel, place } = openKernelApart({ program, files: given });
  const files = openProgramFiles(kernel);

  return {
    files,
    /** Puts the home folder back as the learner's file found it. */
    freshFiles() {
      for (const { name } of files.list(HOME_FOLDER))
        files.remove(`${HOME_FOLDER}/${name}`, { withContent: true });
      place();
    },
    /** Runs the learner's file, or another one in its place, as a script to its end, without waiting for what it waits for. */
    run(code = program.code): FinishedAttempt {
      const script = { ...program, code };
      const printed = { stdout: "", stderr: "" };
      const simulation = openSimulation(
        {
          openGuest,
          isInterrupted,
          kernel,
          disk: settings.disk,
          write(stream, text) {
            const roomCharacters = OUTPUT_LIMIT_CHARACTERS - printed[stream].length;
            printed[stream] += text.slice(0, roomCharacters);
            return text.length <= roomCharacters;
          },
        },
        { program: script, isMain: true },
      );
      try {
        const { machine, io } = simulation;
        const error = simulation.runProgram();
        if (error !== null)
          printed.stderr += `${[error.message, error.stack].filter((part) => part !== "").join("\n")}\n`;
        const [ioClockMs, ioChargedMs] = [io.clockMs(), io.chargedMs()];
        return {
          ...printed,
          exitCode: error === null ? machine.exitCode() : 1,
          error: error?.message ?? "",
          commands: simulation.ran(),
          ioClockMs,
          ioChargedMs,
          ioOverlap: ioClockMs > 0 ? ioChargedMs / ioClockMs : 0,
          processesStarted: simulation.processesStarted(),
          elapsedMs: simulation.nowMs(),
        };
      } finally {
        simulation.dispose();
      }
    },
  };
}
