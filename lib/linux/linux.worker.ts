import * as z from "zod/mini";
import { ToLinux, type FromLinux, type LinuxStart } from "@/lib/machine/linux-message";
import { openComputer, type Computer, type WindowSize } from "./computer.worker";
import { imageFiles } from "./image-files.worker";
import { yieldInPlace } from "./yield-in-place.worker";

/** What comes before all that the page says, from the frame: the emulator, compiled, and the image it starts from. */
const FromFrame = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("boot"), module: z.instanceof(WebAssembly.Module) }),
  z.strictObject({ type: z.literal("image"), image: z.instanceof(ArrayBuffer) }),
]);

const tell = (message: FromLinux, transfer: Transferable[] = []) => postMessage(message, { transfer });
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

let module: WebAssembly.Module | null = null;
let image: ArrayBuffer | null = null;
let computer: Promise<Computer> | null = null;
/** Of the windows, as the page has them. */
const sizes = new Map<number, WindowSize>();

async function start(begin: LinuxStart) {
  if (module === null || image === null)
    throw new Error("The machine was started before it had an emulator and an image.");
  const opened = await openComputer({ module, image }, begin, { tell, sizes });
  tell({ type: "started" });
  return opened;
}

/** Answers what was asked under its id, or says why not. */
async function answer(id: number, act: (computer: Computer) => Promise<void>) {
  try {
    if (computer === null) throw new Error("The machine is not started yet.");
    await act(await computer);
  } catch (error) {
    tell({ type: "refused", id, reason: reasonOf(error) });
  }
}

function hear(message: ToLinux) {
  switch (message.type) {
    case "start":
      computer = start(message);
      computer.catch((error: unknown) => tell({ type: "ended", reason: reasonOf(error) }));
      return;
    case "input":
      return void computer?.then((opened) => opened.input(message.window, message.text));
    case "resize":
      sizes.set(message.window, message);
      return void computer?.then((opened) => opened.resize());
    case "ask":
      return void answer(message.id, async (opened) =>
        tell({ type: "answered", id: message.id, answer: await opened.ask(message.command) }),
      );
    case "read-file":
      return void answer(message.id, async (opened) =>
        tell({ type: "file", id: message.id, bytes: await opened.readFile(message.path) }),
      );
    case "write-file":
      return void answer(message.id, async (opened) => {
        await opened.writeFiles([message.file]);
        tell({ type: "file", id: message.id, bytes: null });
      });
    case "save":
      return void answer(message.id, async (opened) => {
        const state = await opened.save();
        tell({ type: "saved", id: message.id, state }, [state]);
      });
    case "image-file":
      return imageFiles.put(message.name, message.bytes);
    default:
      return message satisfies never;
  }
}

yieldInPlace();
imageFiles.install();
imageFiles.onWanted((name) => tell({ type: "image-file-wanted", name }));
addEventListener("error", ({ message }) => tell({ type: "ended", reason: `The emulator broke: ${message}` }));
addEventListener("unhandledrejection", ({ reason }) =>
  tell({ type: "ended", reason: `The emulator broke: ${reasonOf(reason)}` }),
);
addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const part = FromFrame.safeParse(data);
  if (!part.success) return hear(ToLinux.parse(data));
  if (part.data.type === "boot") ({ module } = part.data);
  else ({ image } = part.data);
});
