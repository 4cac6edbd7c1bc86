import type { MemoryLook } from "@/lib/run/memory-profile";
import type { RunRequest } from "@/lib/run/run-request";
import type { JavaScriptProcess } from "../javascript-process";
import { openMemoryLooks } from "./memory-looks";

const INTERVAL_MS = 5;
/** A look walks all that the engine holds, which is no part of the program's time: for all looks together, as a share of that. */
const LARGEST_SHARE = 0.5;

/**
 * Watches what a program holds whose request wants that: from `begin` to `end`, which tells it. The engine counts the
 * blocks that are allocated, not all of their bytes and not for which line; a look is taken where the program begins a turn of a loop or calls.
 */
export function watchMemory({ machine, send }: JavaScriptProcess, { instrument }: RunRequest) {
  if (instrument?.kind !== "memory") return { begin: () => {}, end: () => {} };
  const looks = openMemoryLooks();
  let [startedAtMs, heldBefore, peak, lookingMs, lastMs] = [0, 0, 0, 0, 0];
  const programMs = () => performance.now() - startedAtMs - lookingMs;
  const look = (): MemoryLook => {
    const [beganMs, atMs] = [performance.now(), programMs()];
    const held = Math.max(0, machine.allocatedBlocks() - heldBefore);
    peak = Math.max(peak, held);
    lookingMs += performance.now() - beganMs;
    lastMs = atMs;
    return { atMs, held, peak: held };
  };
  const isDue = () => {
    const nowMs = programMs();
    return nowMs - lastMs >= INTERVAL_MS && lookingMs <= nowMs * LARGEST_SHARE;
  };
  return {
    begin() {
      heldBefore = machine.allocatedBlocks();
      startedAtMs = performance.now();
      looks.add({ atMs: 0, held: 0, peak: 0 });
      machine.atTicks(() => {
        if (isDue()) looks.add(look());
      });
    },
    end() {
      machine.atTicks(() => {});
      const taken = looks.end(look());
      const wallMs = taken.at(-1)?.atMs ?? 0;
      const memory = {
        wallMs,
        unit: "blocks" as const,
        peak,
        looks: [...taken],
        sites: null,
        earlierAtMs: null,
        hasLooks: true,
      };
      send({ type: "memory", memory });
    },
  };
}
