import type { Language } from "@/lib/run/language";
import { Connect, ToFrame, type FromFrame } from "./frame-message";
import { compileKernel, type Kernel } from "./kernel.frame";
import { openLibrary, type Library } from "./library.frame";
import { startProcess, type Process } from "./process.frame";
import { runInProcess } from "./run-in-process.frame";

/**
 * The frame's own script. It hears one page through one port, holds the kernels, starts a process for each run and
 * keeps a spare one of the language in use, so that the next press of Run answers at once.
 */
function openHost(port: MessagePort) {
  const kernels = new Map<Language, Promise<Kernel>>();
  const libraries = new Map<Language, Library>();
  const spares = new Map<Language, Promise<Process>>();
  const stops = new Map<string, () => void>();
  const tell = (message: FromFrame) => port.postMessage(message);

  const install = (files: Extract<ToFrame, { type: "install" }>) => {
    const { language, hasLibrary } = files;
    const library = hasLibrary ? openLibrary(() => tell({ type: "library-wanted", language })) : null;
    if (library !== null) libraries.set(language, library);
    kernels.set(language, compileKernel(files, library));
  };
  const boot = async (language: Language) => {
    const kernel = kernels.get(language);
    if (kernel === undefined) throw new Error(`The kernel of ${language} was not installed.`);
    return startProcess(await kernel);
  };
  const prepare = (language: Language) => {
    if (spares.has(language)) return;
    const spare = boot(language);
    spare.catch(() => spares.delete(language));
    spares.set(language, spare);
  };
  const take = (language: Language) => {
    const spare = spares.get(language) ?? boot(language);
    spares.delete(language);
    return spare;
  };

  const run = async ({ runId, request }: Extract<ToFrame, { type: "run" }>) => {
    let stopped = false;
    stops.set(runId, () => (stopped = true));
    const onEvent = (event: Extract<FromFrame, { type: "event" }>["event"]) => {
      tell({ type: "event", runId, event });
      if (event.type !== "finished" && event.type !== "failed" && event.type !== "stopped") return;
      stops.delete(runId);
      prepare(request.language);
    };
    try {
      const process = await take(request.language);
      const { stop } = runInProcess({ process, request, onEvent });
      stops.set(runId, stop);
      if (stopped) stop();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      onEvent({ type: "failed", problem: { kind: "unavailable", message }, measurement: { wallMs: 0 } });
    }
  };

  port.addEventListener("message", ({ data }) => {
    const message = ToFrame.parse(data);
    switch (message.type) {
      case "install":
        return install(message);
      case "library":
        return libraries.get(message.language)?.put(message.bytes);
      case "prepare":
        return prepare(message.language);
      case "run":
        return void run(message);
      case "stop":
        return stops.get(message.runId)?.();
      default:
        return message satisfies never;
    }
  });
  port.start();
  tell({ type: "opened" });
}

const connect = (event: MessageEvent) => {
  const [port] = event.ports;
  if (event.source !== parent || port === undefined || !Connect.safeParse(event.data).success) return;
  removeEventListener("message", connect);
  openHost(port);
};
addEventListener("message", connect);
