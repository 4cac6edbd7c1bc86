import { expect, vi } from "vitest";
import type { LinuxEvent, LinuxMachine } from "@/lib/machine/linux-machine";
import type { LinuxStart } from "@/lib/machine/linux-message";
import type { LeftMachine } from "./left-machines";
import { openLinuxSession } from "./linux-session";
import { notStarted, type LinuxState } from "./linux-state";
import type { KeptScreen } from "./screen";

/** What a shell shows when it waits for a command. */
export const PROMPT = "\u001b]133;D;0\u0007\u001b]133;A\u0007root@lento:~# ";
export const bytes = (text: string) => new TextEncoder().encode(text);

function move(kept: Map<string, LeftMachine>, { from, to }: { from: string; to: string }) {
  const machine = kept.get(from);
  kept.delete(from);
  if (machine !== undefined) kept.set(to, machine);
}

/** A page on which machines can be started: each remembers what was typed, and that is its state. */
export function openPage({ image = "linux.1", kept = new Map<string, LeftMachine>() } = {}) {
  const started: {
    start: LinuxStart;
    tell: (event: LinuxEvent) => void;
    typed: string;
    readonly sizes: Map<number, { readonly columns: number; readonly rows: number }>;
    isClosed: boolean;
  }[] = [];
  let isHung = false;
  const startMachine = (start: LinuxStart, tell: (event: LinuxEvent) => void): LinuxMachine => {
    const typed = new TextDecoder().decode(start.state ?? undefined);
    const own = { start, tell, typed, sizes: new Map(), isClosed: false };
    started.push(own);
    return {
      write: (_window, text) => void (own.typed += text),
      resize: (window, size) => void own.sizes.set(window, size),
      ask: async () => ({ exitCode: 0, output: "" }),
      readFile: async () => null,
      writeFile: async () => {},
      save: async () => (isHung ? new Promise<never>(() => {}) : bytes(own.typed).buffer),
      close: () => void (own.isClosed = true),
    };
  };
  const states: LinuxState[] = [notStarted];
  const left = {
    read: async (key: string) => kept.get(key) ?? null,
    keep: async (machine: LeftMachine) => void kept.set(machine.key, machine),
    isAside: async () => kept.has("aside"),
    putAside: async (key: string) => {
      if (kept.has(key)) move(kept, { from: key, to: "aside" });
    },
    exchange: async (key: string) => {
      move(kept, { from: key, to: "exchanged" });
      move(kept, { from: "aside", to: key });
      move(kept, { from: "exchanged", to: "aside" });
    },
  };
  const session = openLinuxSession({
    key: "/lessons/a/b#first",
    start: () => ({ files: [], setup: "apachectl start" }),
    linux: async () => ({
      name: image,
      packedBytes: 11_000_000,
      licences: "/machine/licences",
      prepare: async () => {},
      start: startMachine,
    }),
    left,
    onChange: (state) => states.push(state),
  });
  const state = () => states.at(-1) ?? notStarted;
  return {
    session,
    kept,
    left,
    /** From now on no machine can be saved. */
    hang: () => void (isHung = true),
    started,
    states,
    state,
    /** Begins and waits until the prompt answers. */
    async begin(action: "begin" | "startOver" | "undoStartOver" = "begin") {
      const before = started.length;
      session[action]();
      await vi.waitFor(() => expect(started).toHaveLength(before + 1));
      started.at(-1)?.tell({ type: "started" });
      expect(state().phase).toBe("running");
    },
  };
}

/** A terminal as far as a session sees one: what it shows is text. */
export function openScreen() {
  let text = "";
  return {
    text: () => text,
    write: (given: Uint8Array, onRead: () => void) => {
      text += new TextDecoder().decode(given);
      queueMicrotask(onRead);
    },
    restore: (given: KeptScreen) => void (text = given.text),
    keep: () => ({ columns: 80, rows: 24, text }),
  };
}
