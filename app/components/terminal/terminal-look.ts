import {
  isComplete,
  openProbes,
  reachSteps,
  toldMistakes,
  waitsForChange,
  type TerminalRubric,
} from "@/lib/grading/grade-terminal";
import type { LinuxMachine } from "@/lib/machine/linux-machine";
import { evidenceScript, keepStandingScript } from "@/lib/run/evidence-script";
import { readTerminalEvidence } from "@/lib/run/read-terminal-evidence";
import type { TerminalEvidence, TerminalStanding } from "@/lib/run/terminal-evidence";

/** What a look into a machine found, and how it stands since. */
export type TerminalLook = {
  readonly evidence: TerminalEvidence;
  readonly standing: TerminalStanding;
  /** With this look the last step was reached. */
  readonly completes: boolean;
  readonly isComplete: boolean;
  /** Something that is still open may come about while nobody enters anything. */
  readonly waits: boolean;
  /** The mistakes that can be seen, by their ids. */
  readonly told: readonly string[];
};

/**
 * Looks into one machine, one look after the other; whoever asks while one is waiting for its turn gets that. What was
 * reached is kept on the machine, so that it is left, found again and thrown away with it.
 */
export function openLooks({
  machine,
  rubric,
  windows,
}: {
  machine: Pick<LinuxMachine, "ask">;
  rubric: TerminalRubric;
  windows: number;
}) {
  let standing: TerminalStanding = {};
  let before: Promise<unknown> = Promise.resolve();
  let waiting: Promise<TerminalLook> | null = null;

  async function look(): Promise<TerminalLook> {
    waiting = null;
    for (;;) {
      const probes = openProbes(rubric, standing);
      const { output } = await machine.ask(evidenceScript({ windows, probes }));
      const evidence = readTerminalEvidence(output);
      const known = { ...evidence.standing, ...standing };
      standing = reachSteps(rubric, known, evidence);
      const isNew = Object.keys(standing).length > Object.keys(evidence.standing ?? {}).length;
      if (isNew) await machine.ask(keepStandingScript(JSON.stringify(standing)));
      // With a step that is reached now, probes may count that nobody asked for yet.
      if ([...openProbes(rubric, standing).keys()].some((id) => !probes.has(id))) continue;
      const isDone = isComplete(rubric, standing);
      return {
        evidence,
        standing,
        completes: isDone && !isComplete(rubric, known),
        isComplete: isDone,
        waits: waitsForChange(rubric, standing),
        told: isDone ? [] : toldMistakes(rubric.mistakes, standing, evidence).map(({ id }) => id),
      };
    }
  }

  return {
    look(): Promise<TerminalLook> {
      if (waiting !== null) return waiting;
      const next = before.then(look);
      before = next.catch(() => {});
      waiting = next;
      return next;
    },
  };
}
