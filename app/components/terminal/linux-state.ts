import type { LinuxMachine } from "@/lib/machine/linux-machine";

type LinuxPhase = "idle" | "keeping" | "fetching" | "starting" | "running" | "ended" | "unavailable";

/** Whether a machine that runs is what comes next: what is typed meanwhile is for that one. */
export const isComing = (phase: LinuxPhase) =>
  phase === "keeping" || phase === "fetching" || phase === "starting";

/** How it stands with a page's machine. */
export type LinuxState = {
  readonly phase: LinuxPhase;
  /** Of what is fetched, from 0 to 1. */
  readonly share: number;
  /** A sentence for "ended" and "unavailable". */
  readonly reason: string | null;
  /** While running. */
  readonly machine: LinuxMachine | null;
  /** Rises whenever a shell shows its prompt again, in any window. */
  readonly prompts: number;
  /** What is fetched in all, and where it says what that is made of; null until it is known. */
  readonly image: { readonly packedBytes: number; readonly licences: string } | null;
  /** What else there is to say about it, as a sentence. */
  readonly notice: string | null;
  /** Whether another machine is kept, put aside when this one was started over. */
  readonly hasOther: boolean;
};

export const notStarted: LinuxState = {
  phase: "idle",
  share: 0,
  reason: null,
  machine: null,
  prompts: 0,
  image: null,
  notice: null,
  hasOther: false,
};
