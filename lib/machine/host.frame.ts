import type { Language } from "@/lib/run/language";
import { nothingMeasured } from "@/lib/run/measurement";
import type { RunEvent } from "@/lib/run/run-event";
import { Connect, ToFrame, type FromFrame } from "./frame-message";
import { browserEngine, openKernel, type Kernel } from "./kernel.frame";
import { openLinuxes } from "./linux.frame";
import { openLibrary, type Library } from "./library.frame";
import { openProcessGroup } from "./process-group.frame";
import { startProcess, type Process } from "./process.frame";
import { runInProcess } from "./run-in-process.frame";

/**
 * The frame's own script. It hears one page through one port, holds the kernels, starts the processes of each run and
 * keeps spare ones of the language in use, so that the next press of Run answers at once.
 */
function openHost(port: MessagePort) {
  const kernels = new Map<Language, ReturnType<typeof openKernel>>();
  const libraries = new Map<Language, Library>();
  const spares = new Map<Language, Promise<Process>[]>();
  const runs = new Map<string, { stop: () => void; input: (text: string) => void }>();
  let ownEngine: Kernel | null = null;
  const tell = (message: FromFrame, transfer: Transferable[] = []) => port.postMessage(message, transfer);
  const linuxes = openLinuxes(tell);

  const install = (files: Extract<ToFrame, { type: "install" }>) => {
    const { language, hasLibrary } = files;
    const library = hasLibrary ? openLibrary(() => tell({ type: "library-wanted", language })) : null;
    if (library !== null) libraries.set(language, library);
    // Installed again: some part of the kernel before did not come, and what waits for it waits for ever.
    for (const spare of spares.get(language) ?? [])
      void spare.then(
        ({ terminate }) => terminate(),
        () => {},
      );
    spares.delete(language);
    kernels.set(language, openKernel(files, library));
    prepare(language, 1);
  };
  const boot = async (language: Language) => {
    const kernel = kernels.get(language);
    if (kernel === undefined) throw new Error(`The kernel of ${language} was not installed.`);
    return startProcess(kernel.kernel);
  };
  /** Boots one after the other: the first one is wanted soonest. */
  const prepare = (language: Language, processes: number) => {
    const waiting = spares.get(language) ?? [];
    spares.set(language, waiting);
    while (waiting.length < processes) {
      const last = waiting.at(-1);
      const afterLast = last?.then(({ ready }) => ready).catch(() => {});
      const spare = afterLast === undefined ? boot(language) : afterLast.then(() => boot(language));
      spare.catch(
        () =>
          void spares.set(
            language,
            (spares.get(language) ?? []).filter((each) => each !== spare),
          ),
      );
      waiting.push(spare);
    }
  };
  const take = (language: Language) => spares.get(language)?.shift() ?? boot(language);
  const onBrowserEngine = async () => {
    if (ownEngine === null) throw new Error("The browser's own engine was not installed.");
    return startProcess(ownEngine);
  };

  const run = async ({ runId, request }: Extract<ToFrame, { type: "run" }>) => {
    const { language, engine, settings } = request;
    const takeProcess = () => (engine === "browser" ? onBrowserEngine() : take(language));
    let stopped = false;
    runs.set(runId, { stop: () => (stopped = true), input: () => {} });
    const onEvent = (event: RunEvent) => {
      tell({ type: "event", runId, event });
      if (event.type !== "finished" && event.type !== "failed" && event.type !== "stopped") return;
      runs.delete(runId);
      if (engine === undefined) prepare(language, 1 + settings.processes);
    };
    try {
      const process = await takeProcess();
      const group = openProcessGroup({ request, takeProcess, onEvent });
      const { stop } = runInProcess({ process, group, request, onEvent });
      runs.set(runId, { stop, input: group.input });
      if (stopped) stop();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      onEvent({ type: "failed", problem: { kind: "unavailable", message }, measurement: nothingMeasured });
    }
  };

  port.addEventListener("message", ({ data }) => {
    const message = ToFrame.parse(data);
    switch (message.type) {
      case "install":
        return install(message);
      case "part":
        return kernels.get(message.language)?.put(message.part, message.bytes);
      case "install-browser-engine":
        ownEngine = browserEngine(message.worker);
        return;
      case "library":
        return libraries.get(message.language)?.put(message.bytes);
      case "prepare":
        return prepare(message.language, message.processes);
      case "run":
        return void run(message);
      case "stop":
        return runs.get(message.runId)?.stop();
      case "input":
        return runs.get(message.runId)?.input(message.text);
      case "open-linux":
        return linuxes.open(message);
      case "linux-image":
        return linuxes.bring(message.linuxId, message.image);
      case "linux":
        return linuxes.tell(message.linuxId, message.message);
      case "close-linux":
        return linuxes.close(message.linuxId);
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
