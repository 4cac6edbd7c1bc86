import * as z from "zod/mini";
import type { ProgramFile } from "@/lib/run/run-request";

const ImportScripts = z.custom<(address: string) => void>((value) => typeof value === "function");
/** Where a script leaves its value for a moment. */
const VALUE = "scriptValue";

/**
 * The one way to run text in a worker whose policy forbids `eval`: as a script of its own. To be opened before the
 * worker's globals go.
 */
export function openScripts() {
  const importScripts = ImportScripts.parse(Reflect.get(globalThis, "importScripts")).bind(globalThis);
  const createAddress = URL.createObjectURL.bind(URL);
  const revokeAddress = URL.revokeObjectURL.bind(URL);
  const Script = Blob;
  const { port1, port2 } = new MessageChannel();
  const nextTurn = port2.postMessage.bind(port2);
  const turns: (() => void)[] = [];
  port1.addEventListener("message", () => turns.shift()?.());
  port1.start();

  const importText = (text: string) => {
    const address = createAddress(new Script([text], { type: "text/javascript" }));
    try {
      importScripts(address);
    } finally {
      revokeAddress(address);
    }
  };
  return {
    /** Runs a classic script; its top-level names stay for the next one. What it throws, this throws. */
    run: ({ path, code }: ProgramFile) => importText(`${code}\n//# sourceURL=${path}`),
    /** The value of a file that is one expression. */
    valueOf(source: string): unknown {
      importText(`globalThis.${VALUE} = (${source.trim().replace(/;$/, "")});`);
      const value: unknown = Reflect.get(globalThis, VALUE);
      Reflect.deleteProperty(globalThis, VALUE);
      return value;
    },
    /** Resolves once every promise that could go on has gone on. */
    turn: () =>
      new Promise<void>((resolve) => {
        turns.push(resolve);
        nextTurn(null);
      }),
  };
}
