import type { Language } from "@/lib/run/language";
import { newId } from "@/lib/run/new-id";
import { nothingMeasured } from "@/lib/run/measurement";
import type { RunEvent } from "@/lib/run/run-event";
import { RunRequest } from "@/lib/run/run-request";
import { bringKernel, fetchBytes } from "./fetch-kernel";
import { FromFrame, type ToFrame } from "./frame-message";
import { isMetered } from "./is-metered";
import { openLinuxes, type Linuxes } from "./linuxes";
import type { MachineFiles } from "./machine-files";
import { openFrame } from "./open-frame";

/** The page's side of the machine: one hidden frame a page, opened on first use. */
export type Machine = {
  /** Fetches a language's kernel and boots a process ahead, and so many more; safe to call often. */
  readonly prepare: (language: Language, more: number) => Promise<void>;
  /** Runs a request; every event ends up in `onEvent`, the last one is finished, failed or stopped. */
  readonly run: (request: RunRequest, onEvent: (event: RunEvent) => void) => StartedRun;
  /** What starts a machine with Linux on it; null where the site has none. */
  readonly linux: Linuxes | null;
};

export type StartedRun = {
  readonly stop: () => void;
  /** Hands over what the learner typed, with its line break; nothing: the end of the input. */
  readonly input: (text: string) => void;
};

export function openMachine(files: MachineFiles): Machine {
  const listeners = new Map<string, (event: RunEvent) => void>();
  const installed = new Map<Language, Promise<void>>();
  const libraries = new Set<Language>();
  let opened: Promise<MessagePort> | undefined;
  let browserEngine: Promise<void> | undefined;

  const hear = ({ data }: MessageEvent) => {
    const message = FromFrame.safeParse(data);
    if (!message.success) return;
    if (message.data.type === "event") listeners.get(message.data.runId)?.(message.data.event);
    if (message.data.type === "library-wanted") bringLibrary(message.data.language);
    if (message.data.type === "linux") linux?.hear(message.data.linuxId, message.data.message);
  };
  const port = () =>
    (opened ??= openFrame(files.frame, hear).catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));

  const send = async (message: ToFrame, transfer: Transferable[] = []) =>
    (await port()).postMessage(message, transfer);
  const linux = files.linux && openLinuxes(files.linux, { send, open: () => void port().catch(() => {}) });
  const install = (language: Language) => {
    void port().catch(() => {});
    const install =
      installed.get(language) ??
      bringKernel({ language, files: files.kernels[language] }, send).catch((error: unknown) => {
        installed.delete(language);
        throw error;
      });
    installed.set(language, install);
    return install;
  };
  const fetchBrowserEngine = async () => {
    const worker = await fetchBytes(files.browserEngine);
    await send({ type: "install-browser-engine", worker }, [worker]);
  };
  const installBrowserEngine = () =>
    (browserEngine ??= fetchBrowserEngine().catch((error: unknown) => {
      browserEngine = undefined;
      throw error;
    }));
  const fetchLibrary = async (language: Language, address: string) => {
    const bytes = await fetchBytes(address).catch(() => null);
    if (bytes === null) libraries.delete(language);
    await send({ type: "library", language, bytes }, bytes === null ? [] : [bytes]);
  };
  const bringLibrary = (language: Language) => {
    const { library } = files.kernels[language];
    if (library === null || libraries.has(language)) return;
    libraries.add(language);
    void fetchLibrary(language, library);
  };

  return {
    linux,
    async prepare(language, more) {
      await install(language);
      await send({ type: "prepare", language, processes: 1 + more });
    },
    run(request, onEvent) {
      const runId = newId();
      let over = false;
      const finish = (event: RunEvent) => {
        if (over) return;
        over = true;
        listeners.delete(runId);
        onEvent(event);
        // The next program may need it; the first one did not have to wait for it.
        if (event.type === "finished" && !isMetered()) bringLibrary(request.language);
      };
      listeners.set(runId, (event) => (isEnd(event) ? finish(event) : onEvent(event)));
      const start = async () => {
        try {
          // The frame would throw it away unheard.
          const parsed = RunRequest.safeParse(request);
          if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join(" "));
          await (request.engine === "browser" ? installBrowserEngine() : install(request.language));
          if (!over) await send({ type: "run", runId, request });
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          finish({ type: "failed", problem: { kind: "unavailable", message }, measurement: nothingMeasured });
        }
      };
      let sent = false;
      const started = start().then(() => (sent = true));
      return {
        stop() {
          // Before the request is on its way there is nothing to end but the waiting.
          if (!sent) return finish({ type: "stopped", measurement: nothingMeasured });
          void started.then(() => send({ type: "stop", runId }));
        },
        input: (text) => void started.then(() => send({ type: "input", runId, text })),
      };
    },
  };
}

const isEnd = ({ type }: RunEvent) => type === "finished" || type === "failed" || type === "stopped";
