import type { AgentAnswer, LinuxFile } from "./linux-message";

/** What happens to a machine with Linux on it, as the page hears of it. */
export type LinuxEvent =
  /** How much of what it needs has come, from 0 to 1. */
  | { readonly type: "fetching"; readonly share: number }
  /** The prompt answers. */
  | { readonly type: "started" }
  | { readonly type: "output"; readonly window: number; readonly bytes: Uint8Array }
  /** It will not go on, for a reason that is a sentence; nothing comes after this. */
  | { readonly type: "ended"; readonly reason: string };

/** A machine with Linux on it. What is promised rejects with a sentence where the machine does not answer. */
export type LinuxMachine = {
  /** Types into a window's terminal, or pastes. */
  readonly write: (window: number, text: string) => void;
  readonly resize: (window: number, size: { readonly columns: number; readonly rows: number }) => void;
  /** Has the machine's agent run a shell command as root, which no window shows; its output is one text, stderr included. */
  readonly ask: (command: string) => Promise<AgentAnswer>;
  /** Null where there is no such file. */
  readonly readFile: (path: string) => Promise<Uint8Array | null>;
  readonly writeFile: (file: LinuxFile) => Promise<void>;
  /** Where it is: a few MB, to start from later. */
  readonly save: () => Promise<ArrayBuffer>;
  readonly close: () => void;
};
