import type { MachineKernel } from "@/lib/machine/machine-kernel";
import type { DiskSettings } from "@/lib/run/machine-settings";
import type { OutputStream } from "@/lib/run/run-event";
import { openCommands } from "../commands/open-commands";
import type { GuestError } from "../guest-error";
import { installCommands } from "../install-commands";
import { installPool } from "../install-pool";
import type { JavaScriptProcess } from "../javascript-process";
import { openProgramFiles } from "../open-program-files";
import { timerSource } from "../timer-source";
import { diskMs } from "../wait-for-disk";
import type { WaitClock } from "../wait-clock";
import type { IoClock } from "./io-clock";
import { noteCommands, type RanCommand } from "./ran-command";

/** What is around the processes of a simulation. */
export type SimulatedWorld = Pick<JavaScriptProcess, "openGuest" | "isInterrupted"> & {
  readonly kernel: Pick<MachineKernel, "files" | "meters">;
  readonly disk: DiskSettings;
  readonly io: IoClock;
  readonly write: (stream: OutputStream, text: string) => boolean;
  readonly note: (command: RanCommand) => void;
};

/** Something that reaches a process at a time of its clock. */
type Delivery = { readonly atMs: number; readonly arrive: () => GuestError | null };

/** Added to every wait, so that what is due is never missed for the rounding of a sum. */
const ROUNDING_MS = 1e-6;

/**
 * A process with a clock of its own, which stands still while it computes and jumps to what it waits for. Only its
 * `performance.now` goes on meanwhile, so that a loop that looks at it comes to an end.
 */
export function openSimulatedProcess(
  world: SimulatedWorld,
  { pid, startMs }: { pid: number; startMs: number },
) {
  const { kernel, disk, io, write } = world;
  const openedAtMs = performance.now();
  let clockMs = startMs;
  const clock: WaitClock = { nowMs: () => clockMs, wait: (waitMs) => void (clockMs += waitMs) };
  const machine = world.openGuest({ write, nowMs: () => clockMs + performance.now() - openedAtMs });
  const pool = installPool(machine);
  const guestCommands = installCommands(machine, (text) => write("stderr", text));
  const beginCopy = (waitMs: number) => io.note(clockMs, waitMs);
  const endCopy = () => {};
  machine.enter({
    files: openProgramFiles(kernel),
    keyboard: { next: () => ({ outcome: "ended" }) },
    disk: {
      copyMs: (sizeBytes) => diskMs(disk, sizeBytes),
      wait(waitMs) {
        beginCopy(waitMs);
        clock.wait(waitMs, "the disk");
      },
      begin: beginCopy,
      end: endCopy,
    },
  });
  const meters = { ...kernel.meters, beginCopy, endCopy };
  const commands = openCommands({ kernel: { files: kernel.files, meters }, disk, clock });
  const sources = [
    timerSource(machine),
    guestCommands.connect(noteCommands(commands, { pid, clock, note: world.note })),
  ];
  const deliveries: Delivery[] = [];

  /** When there will be something to do; null where there is nothing to wait for. */
  const readyMs = () => {
    const waits = sources.flatMap(({ untilMs }) => {
      const ms = untilMs();
      return ms === null ? [] : clockMs + ms + (ms > 0 ? ROUNDING_MS : 0);
    });
    const arrivals = deliveries.map(({ atMs }) => Math.max(atMs, clockMs));
    const soonest = Math.min(...waits, ...arrivals);
    return soonest === Infinity ? null : soonest;
  };

  return {
    pid,
    machine,
    pool,
    nowMs: clock.nowMs,
    readyMs,
    deliver: (atMs: number, arrive: Delivery["arrive"]) => void deliveries.push({ atMs, arrive }),
    hasDeliveries: () => deliveries.length > 0,
    /** Goes on to when there is something to do, and does it; gives what the program threw over it. */
    turn(): GuestError | null {
      clockMs = readyMs() ?? clockMs;
      for (let index = 0; index < deliveries.length;) {
        const next = deliveries[index];
        if (next === undefined || next.atMs > clockMs) {
          index += 1;
          continue;
        }
        deliveries.splice(index, 1);
        const problem = next.arrive() ?? machine.runJobs();
        if (problem !== null || machine.hasExited()) return problem;
      }
      for (const { poll } of sources) {
        const happened = poll();
        if (typeof happened === "object") return happened;
      }
      return machine.runJobs();
    },
  };
}
export type SimulatedProcess = ReturnType<typeof openSimulatedProcess>;
