import type { Kernel } from "./kernel.frame";
import { newOutputRing } from "./output-ring";
import { FromProcess, STOP_SIGNAL, type ToProcess } from "./process-message";

/** One worker with its interpreter. It runs one request, then it is terminated: clean state, every time. */
export type Process = {
  /** Rejects when the interpreter does not come up. */
  readonly ready: Promise<void>;
  readonly ring: SharedArrayBuffer | null;
  /** Asks the program to end; false where there is no shared memory to ask through. */
  readonly interrupt: () => boolean;
  /** Asks the thread that computes to give its turn away. */
  readonly endTurn: () => void;
  readonly send: (message: ToProcess) => void;
  /** Resolves once the process can read its language's standard library. */
  readonly bringLibrary: () => Promise<void>;
  readonly listen: (onMessage: (message: FromProcess) => void, onBroken: (reason: string) => void) => void;
  readonly terminate: () => void;
};

/** First Pyodide start on a slow phone; past this something is wrong, and waiting does not mend it. */
const BOOT_TIMEOUT_MS = 60_000;
const SIGALRM = 14;
const STARTS_SLOWLY = "A process starts a second later, without its snapshot.";

export function startProcess(kernel: Kernel): Process {
  const canShare = typeof SharedArrayBuffer !== "undefined" && crossOriginIsolated;
  const interrupt = canShare ? new SharedArrayBuffer(1) : null;
  const ring = canShare ? newOutputRing() : null;
  const worker = new Worker(kernel.workerUrl);
  let onMessage: (message: FromProcess) => void = () => {};
  let onBroken: (reason: string) => void = () => {};

  worker.addEventListener("message", ({ data }) => {
    const message = FromProcess.safeParse(data);
    if (message.success) onMessage(message.data);
    else onBroken("The process sent a message that the machine does not know.");
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    onBroken(event.message || "The process ended without a word.");
  });

  const send = (message: ToProcess) => worker.postMessage(message);
  const bringLibrary = async () => void (await kernel.library?.bring());
  let giveUp: (reason: Error) => void = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const startTimer = () => {
    const problem = `The interpreter did not start within ${BOOT_TIMEOUT_MS / 1000} s.`;
    timer = setTimeout(() => giveUp(new Error(problem)), BOOT_TIMEOUT_MS);
  };
  const ready = new Promise<void>((resolve, reject) => {
    giveUp = reject;
    onMessage = (message) => {
      if (message.type === "library-wanted") bringLibrary().catch(reject);
      if (message.type === "snapshot-refused") console.warn(`${STARTS_SLOWLY} ${message.reason}`);
      if (message.type !== "ready") return;
      clearTimeout(timer);
      resolve();
    };
    onBroken = (reason) => {
      clearTimeout(timer);
      reject(new Error(reason));
    };
  });
  // A spare that fails is told to whoever takes it, not to the console.
  ready.catch(() => {});
  const boot = async () => {
    const library = (await kernel.library?.forProcess()) ?? null;
    const module = await kernel.module;
    const hasSnapshot = kernel.snapshot !== null;
    send({ type: "boot", module, hasSnapshot, library, interrupt, output: ring });
    if (kernel.snapshot !== null) send({ type: "snapshot", snapshot: await kernel.snapshot });
    // Only now: how long the parts are on their way is the network's affair.
    startTimer();
  };
  boot().catch((error: unknown) => onBroken(error instanceof Error ? error.message : String(error)));

  return {
    ready,
    ring,
    interrupt() {
      if (interrupt) Atomics.store(new Uint8Array(interrupt), 0, STOP_SIGNAL);
      return interrupt !== null;
    },
    endTurn() {
      if (interrupt) Atomics.compareExchange(new Uint8Array(interrupt), 0, 0, SIGALRM);
    },
    send,
    bringLibrary,
    listen(heard, broken) {
      onMessage = heard;
      onBroken = broken;
    },
    terminate() {
      worker.terminate();
      giveUp(new Error("The process was terminated before it was ready."));
    },
  };
}
