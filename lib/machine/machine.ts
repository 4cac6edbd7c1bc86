import type { Language } from "@/lib/run/language";
import { newId } from "@/lib/run/new-id";
import type { RunEvent } from "@/lib/run/run-event";
import type { RunRequest } from "@/lib/run/run-request";
import { FromFrame, type ToFrame } from "./frame-message";
import type { MachineFiles } from "./machine-files";

/** The page's side of the machine: one hidden frame a page, opened on first use. */
export type Machine = {
  /** Fetches a language's kernel and boots a process ahead; safe to call often. */
  readonly prepare: (language: Language) => Promise<void>;
  /** Runs a request; every event ends up in `onEvent`, the last one is finished, failed or stopped. Gives `stop`. */
  readonly run: (request: RunRequest, onEvent: (event: RunEvent) => void) => { stop: () => void };
};

/** How long the frame may take to answer; it is a small page that does no work yet. */
const FRAME_TIMEOUT_MS = 20_000;

export function openMachine(files: MachineFiles): Machine {
  const listeners = new Map<string, (event: RunEvent) => void>();
  const installed = new Map<Language, Promise<void>>();
  let opened: Promise<MessagePort> | undefined;

  const hear = ({ data }: MessageEvent) => {
    const message = FromFrame.safeParse(data);
    if (message.success && message.data.type === "event")
      listeners.get(message.data.runId)?.(message.data.event);
  };
  const port = () =>
    (opened ??= openFrame(files.frame, hear).catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));

  const install = (language: Language) => {
    const install =
      installed.get(language) ??
      installKernel({ language, files: files.kernels[language], port: port() }).catch((error: unknown) => {
        installed.delete(language);
        throw error;
      });
    installed.set(language, install);
    return install;
  };
  const send = async (message: ToFrame) => (await port()).postMessage(message);

  return {
    async prepare(language) {
      await install(language);
      await send({ type: "prepare", language });
    },
    run(request, onEvent) {
      const runId = newId();
      let over = false;
      const finish = (event: RunEvent) => {
        if (over) return;
        over = true;
        listeners.delete(runId);
        onEvent(event);
      };
      listeners.set(runId, (event) => (isEnd(event) ? finish(event) : onEvent(event)));
      const start = async () => {
        try {
          await install(request.language);
          if (!over) await send({ type: "run", runId, request });
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          finish({ type: "failed", problem: { kind: "unavailable", message }, measurement: { wallMs: 0 } });
        }
      };
      let sent = false;
      const started = start().then(() => (sent = true));
      return {
        stop() {
          // Before the request is on its way there is nothing to end but the waiting.
          if (!sent) return finish({ type: "stopped", measurement: { wallMs: 0 } });
          void started.then(() => send({ type: "stop", runId }));
        },
      };
    },
  };
}

const isEnd = ({ type }: RunEvent) => type === "finished" || type === "failed" || type === "stopped";

async function openFrame(address: string, hear: (event: MessageEvent) => void): Promise<MessagePort> {
  const frame = document.createElement("iframe");
  frame.sandbox.add("allow-scripts");
  frame.allow = "cross-origin-isolated";
  frame.title = "Machine";
  frame.tabIndex = -1;
  frame.ariaHidden = "true";
  frame.style.display = "none";
  frame.src = address;
  const { port1, port2 } = new MessageChannel();
  try {
    await within(
      FRAME_TIMEOUT_MS,
      "The machine's frame did not open. Reload the page and try again.",
      (resolve) => {
        port1.addEventListener("message", (event) => {
          const message = FromFrame.safeParse(event.data);
          if (message.success && message.data.type === "opened") resolve();
          else hear(event);
        });
        port1.start();
        frame.addEventListener(
          "load",
          () => frame.contentWindow?.postMessage({ type: "connect" }, "*", [port2]),
          { once: true },
        );
        document.body.append(frame);
      },
    );
  } catch (error) {
    frame.remove();
    throw error;
  }
  return port1;
}

function within(timeoutMs: number, message: string, start: (resolve: () => void) => void) {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(message)), timeoutMs);
    start(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

async function installKernel({
  language,
  files,
  port,
}: {
  language: Language;
  files: MachineFiles["kernels"][Language];
  port: Promise<MessagePort>;
}) {
  const [worker, interpreter, standardLibrary] = await Promise.all([
    fetchBytes(files.worker),
    fetchBytes(files.interpreter),
    files.standardLibrary === null ? null : fetchBytes(files.standardLibrary),
  ]);
  const message: ToFrame = { type: "install", language, worker, interpreter, standardLibrary };
  const buffers = [worker, interpreter, standardLibrary].filter((buffer) => buffer !== null);
  (await port).postMessage(message, buffers);
}

async function fetchBytes(address: string) {
  const problem = "Part of the machine could not be fetched. Check your connection, then press Run again.";
  const response = await fetch(address).catch((cause: unknown) => {
    throw new Error(problem, { cause });
  });
  if (!response.ok) throw new Error(`${problem} (${response.status} for ${address})`);
  return response.arrayBuffer();
}
