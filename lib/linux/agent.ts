import type { V86 } from "v86";
import type { AgentAnswer } from "@/lib/machine/linux-message";
import { newId } from "@/lib/run/new-id";

/** Where the page leaves files for the machine, and the machine for the page. */
export const SPOOL = "/var/spool/lento";
const LINE_LIMIT_CHARACTERS = 4_000_000;
const SILENCE_MS = 60_000;

/** What the agent needs of v86; `bus` is not in its types. */
export type AgentConsole = Pick<V86, "add_listener" | "create_file"> & {
  readonly bus: { readonly send: (event: string, data: Uint8Array) => void };
};

/**
 * Speaks with the agent in the machine, `image/root/usr/lib/lento/agent`, over a console of its own. Everything it says comes
 * from inside the machine, where a learner may do as they like: what is not an answer is passed over.
 */
export function openAgent(emulator: AgentConsole) {
  const waiting = new Map<string, (answer: AgentAnswer) => void>();
  const ready = Promise.withResolvers<void>();
  const decoder = new TextDecoder();
  let line = "";

  const hear = (text: string) => {
    if (text.trim() === "ready") return ready.resolve();
    const [, name, code, output] = /^(\S+) (\d+) ([\w+/=]*)\r?$/.exec(text) ?? [];
    if (name === undefined || output === undefined) return;
    waiting.get(name)?.({ exitCode: Number(code), output: fromBase64(output) });
    waiting.delete(name);
  };
  emulator.add_listener("virtio-console0-output-bytes", (bytes) => {
    const lines = `${line}${decoder.decode(bytes, { stream: true })}`.split("\n");
    line = (lines.pop() ?? "").slice(-LINE_LIMIT_CHARACTERS);
    for (const each of lines) hear(each);
  });

  return {
    /** Resolves when the agent of a machine that boots is there. */
    ready: ready.promise,
    /** Runs a script of bash as root. Rejects where no answer comes, after a minute. */
    async ask(command: string): Promise<AgentAnswer> {
      // Never a name again, as the machine remembers which files there are not; not even when it goes on another day.
      const name = newId();
      const { promise, resolve, reject } = Promise.withResolvers<AgentAnswer>();
      const giveUp = setTimeout(() => {
        waiting.delete(name);
        reject(new Error("This computer does not answer any more. Start over to get a new one."));
      }, SILENCE_MS);
      waiting.set(name, (answer) => {
        clearTimeout(giveUp);
        resolve(answer);
      });
      const encoder = new TextEncoder();
      await emulator.create_file(`${SPOOL}/${name}`, encoder.encode(command));
      emulator.bus.send("virtio-console0-input-bytes", encoder.encode(`${name}\n`));
      return promise;
    },
  };
}

const fromBase64 = (text: string) =>
  new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
