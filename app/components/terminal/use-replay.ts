import { useEffect, useState } from "react";
import type { LinuxMachine } from "@/lib/machine/linux-machine";
import type { TerminalLook } from "./terminal-look";
import type { Linux } from "./use-linux";

type Replay = {
  /** Those still to be typed. */
  readonly commands: readonly string[];
  /** The machine that is thrown away for it. */
  readonly before: LinuxMachine | null;
  /** How many prompts the first window had shown when the last one was typed; null: none was. */
  readonly prompts: number | null;
};

/** Types commands into the first window of a fresh machine, each when the one before has come back to the prompt. */
export function useReplay({
  linux,
  latest,
  startOver,
}: {
  linux: Linux;
  latest: TerminalLook | null;
  startOver: () => void;
}) {
  const [replay, setReplay] = useState<Replay | null>(null);
  const { machine } = linux;
  useEffect(() => {
    if (replay === null || latest === null || machine === null || machine === replay.before) return;
    const [prompts = 0] = latest.evidence.prompts;
    if (replay.prompts !== null && prompts <= replay.prompts) return;
    const [command, ...commands] = replay.commands;
    if (command !== undefined) machine.write(0, keysOf(command));
    setReplay(command === undefined ? null : { ...replay, commands, prompts });
  }, [replay, latest, machine]);
  return {
    isReplaying: replay !== null,
    begin(commands: readonly string[]) {
      startOver();
      setReplay({ commands, before: machine, prompts: null });
    },
    end: () => setReplay(null),
  };
}

/** As they come from a keyboard: Enter is a carriage return. */
const keysOf = (command: string) => `${command.trimEnd().replaceAll("\n", "\r")}\r`;
