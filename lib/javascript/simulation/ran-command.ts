import type { Commands, Ended } from "../commands/open-commands";
import type { WaitClock } from "../wait-clock";

/** A command that a program has run to its end; `process` is the process that ran it, `arguments` are without the name. */
export type RanCommand = {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly exitCode: number;
  readonly process: number;
  /** By the clock of the simulation. */
  readonly startedMs: number;
  readonly endedMs: number;
};

/** The same commands, each of which is told once it has ended. */
export function noteCommands(
  { source, start, run }: Commands,
  { pid, clock, note }: { pid: number; clock: WaitClock; note: (command: RanCommand) => void },
): Commands {
  const noting = (name: string, words: readonly string[]) => {
    const startedMs = clock.nowMs();
    return ({ exitCode }: Ended) =>
      note({
        name: name.split("/").at(-1) ?? name,
        arguments: words,
        exitCode,
        process: pid,
        startedMs,
        endedMs: clock.nowMs(),
      });
  };
  return {
    source,
    start(name, words, onEnd) {
      const noteEnd = noting(name, words);
      return start(name, words, (ended) => {
        noteEnd(ended);
        onEnd(ended);
      });
    },
    run(name, words) {
      const noteEnd = noting(name, words);
      const ended = run(name, words);
      if (ended !== null) noteEnd(ended);
      return ended;
    },
  };
}
