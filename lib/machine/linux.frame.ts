import type { FromFrame, ToFrame } from "./frame-message";
import { FromLinux, type ToLinux } from "./linux-message";

/** The machines with Linux on them that a page has: a worker each, which the frame passes messages to and fro. */
export function openLinuxes(tellPage: (message: FromFrame, transfer: Transferable[]) => void) {
  const workers = new Map<string, Promise<Worker>>();

  const start = async ({ linuxId, worker, emulator }: Extract<ToFrame, { type: "open-linux" }>) => {
    const address = URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
    const started = new Worker(address);
    const hear = (message: FromLinux, transfer: Transferable[] = []) =>
      tellPage({ type: "linux", linuxId, message }, transfer);
    started.addEventListener("message", ({ data }) => {
      const message = FromLinux.safeParse(data);
      if (message.success) hear(message.data, message.data.type === "saved" ? [message.data.state] : []);
      else hear({ type: "ended", reason: "It said something that nobody here knows." });
    });
    started.addEventListener("error", (event) => {
      event.preventDefault();
      hear({ type: "ended", reason: event.message || "It ended without a word." });
    });
    const module = await WebAssembly.compile(emulator);
    started.postMessage({ type: "boot", module });
    return started;
  };

  return {
    open(message: Extract<ToFrame, { type: "open-linux" }>) {
      const { linuxId } = message;
      const worker = start(message);
      workers.set(linuxId, worker);
      worker.catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        tellPage({ type: "linux", linuxId, message: { type: "ended", reason } }, []);
      });
    },
    bring(linuxId: string, image: ArrayBuffer) {
      void workers.get(linuxId)?.then((worker) => worker.postMessage({ type: "image", image }, [image]));
    },
    tell(linuxId: string, message: ToLinux) {
      const transfer =
        message.type === "image-file" && message.bytes !== null
          ? [message.bytes]
          : message.type === "start" && message.state !== null
            ? [message.state]
            : [];
      void workers.get(linuxId)?.then((worker) => worker.postMessage(message, transfer));
    },
    close(linuxId: string) {
      void workers.get(linuxId)?.then(
        (worker) => worker.terminate(),
        () => {},
      );
      workers.delete(linuxId);
    },
  };
}
