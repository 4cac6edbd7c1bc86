import type { MachineKernel } from "@/lib/machine/machine-kernel";
import type { DiskSettings } from "@/lib/run/machine-settings";
import { OWN_LANE } from "@/lib/machine/timeline-note";
import type { TimelineRecorder } from "@/lib/machine/timeline-recorder";
import type { Source } from "../event-loop";
import type { WaitClock } from "../wait-clock";
import type { Call, Command, Waits } from "./command";
import { openCommandFiles } from "./command-files";
import { fileCommands } from "./file-commands";
import { plainCommands } from "./plain-commands";
import { posixError } from "./posix-error";
import { rsync } from "./rsync-command";

const commands: Readonly<Record<string, Command | undefined>> = { ...plainCommands, ...fileCommands, rsync };
const COMMAND_PATH = /^(?:\/usr)?\/bin\//;

/** How a command has ended, and what it has said. */
export type Ended = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

type Running = {
  readonly steps: Waits<number>;
  readonly onEnd: (exitCode: number) => void;
  /** In the run's timeline. */
  readonly lane: number;
  readonly waitsFor: string;
  dueMs: number;
};

/**
 * The machine's commands as a program starts them: any number wait at once, while the program's event loop turns.
 * `find` gives null for a command that there is not.
 */
export function openCommands({
  kernel,
  disk,
  clock,
  timeline = null,
}: {
  kernel: Pick<MachineKernel, "files" | "meters">;
  disk: DiskSettings;
  clock: WaitClock;
  timeline?: TimelineRecorder | null;
}) {
  const { meters } = kernel;
  const files = openCommandFiles(kernel);
  const running = new Set<Running>();
  let lastLane = OWN_LANE;

  const begin = (name: string, words: readonly string[]) => {
    const said = { stdout: "", stderr: "" };
    const command = commands[name.replace(COMMAND_PATH, "")];
    if (command === undefined) return null;
    const bare = name.replace(COMMAND_PATH, "");
    const call: Call = {
      name: bare,
      words,
      files,
      disk,
      meters,
      say: (text) => void (said.stdout += text),
      complain: (line) => void (said.stderr += `${line}\n`),
    };
    const endedWith = (exitCode: number): Ended => ({ exitCode, ...said });
    return { steps: guarded(command, call), endedWith, bare };
  };
  /** Goes on until the command waits or has ended. */
  const step = (each: Running) => {
    timeline?.state(each.lane, "running", "");
    const next = each.steps.next();
    if (next.done !== true) {
      each.dueMs = clock.nowMs() + next.value;
      timeline?.state(each.lane, "waiting", each.waitsFor);
    } else {
      running.delete(each);
      timeline?.end(each.lane);
      each.onEnd(next.value);
    }
  };
  const source: Source = {
    poll() {
      const due = [...running].filter(({ dueMs }) => dueMs <= clock.nowMs());
      for (const each of due) step(each);
      return due.length > 0;
    },
    label: "a command",
    untilMs() {
      if (running.size === 0) return null;
      const soonestMs = Math.min(...[...running].map(({ dueMs }) => dueMs));
      return Math.max(0, soonestMs - clock.nowMs());
    },
  };

  return {
    source,
    /** Starts a command; `onEnd` is called from the event loop. False where there is no such command. */
    start(name: string, words: readonly string[], onEnd: (ended: Ended) => void): boolean {
      const begun = begin(name, words);
      if (begun === null) return false;
      const { steps, endedWith, bare } = begun;
      const lane = (lastLane += 1);
      timeline?.lane(lane, "process", bare);
      const waitsFor = bare === "sleep" ? "sleep" : "the disk";
      running.add({ steps, onEnd: (exitCode) => onEnd(endedWith(exitCode)), lane, waitsFor, dueMs: 0 });
      return true;
    },
    /** Runs a command to its end while nothing else of this process goes on; null where there is no such command. */
    run(name: string, words: readonly string[]): Ended | null {
      const begun = begin(name, words);
      if (begun === null) return null;
      const { steps, endedWith } = begun;
      let next = steps.next();
      while (next.done !== true) {
        clock.wait(next.value, `the command ${name}`);
        next = steps.next();
      }
      return endedWith(next.value);
    },
  };
}
export type Commands = ReturnType<typeof openCommands>;

/** What a command did not expect of the files ends it with a complaint. */
function* guarded(command: Command, call: Call): Waits<number> {
  try {
    const steps = command(call);
    return typeof steps === "number" ? steps : yield* steps;
  } catch (error) {
    call.complain(`${call.name}: ${posixError(error).text}`);
    return 1;
  }
}
