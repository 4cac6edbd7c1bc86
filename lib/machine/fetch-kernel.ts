import type { Language } from "@/lib/run/language";
import type { ToFrame } from "./frame-message";
import type { MachineFiles } from "./machine-files";

type Kernel = { readonly language: Language; readonly files: MachineFiles["kernels"][Language] };
type Send = (message: ToFrame, transfer: Transferable[]) => Promise<void>;

/**
 * Brings what a language's processes start with to the frame, each part as soon as it is there: a process boots while
 * the next part is on its way. Throws where one cannot be fetched; the frame is told of it, too.
 */
export async function bringKernel({ language, files }: Kernel, send: Send): Promise<void> {
  const { interpreter, snapshot, library } = files;
  const parts = { interpreter: fetchBytes(interpreter), ...(snapshot && { snapshot: fetchBytes(snapshot) }) };
  const bring = async (part: "interpreter" | "snapshot", coming: Promise<ArrayBuffer>) => {
    const bytes = await coming.catch(() => null);
    await installed;
    await send({ type: "part", language, part, bytes }, bytes === null ? [] : [bytes]);
    await coming;
  };
  const install = async () => {
    const worker = await fetchBytes(files.worker);
    const hasLibrary = library !== null;
    await send({ type: "install", language, worker, hasSnapshot: snapshot !== null, hasLibrary }, [worker]);
  };
  const installed = install();
  await Promise.all([
    installed,
    bring("interpreter", parts.interpreter),
    parts.snapshot && bring("snapshot", parts.snapshot),
  ]);
}

export async function fetchBytes(address: string) {
  const problem = "Part of the machine could not be fetched. Check your connection, then press Run again.";
  const fail = (cause: unknown) => {
    throw new Error(problem, { cause });
  };
  const response = await fetch(address).catch(fail);
  if (!response.ok) throw new Error(`${problem} (${response.status} for ${address})`);
  return response.arrayBuffer().catch(fail);
}
