import type { ToFrame } from "./frame-message";
import type { Library } from "./library.frame";
import { unpackSnapshot } from "./packed-snapshot";

/** A language's interpreter as the frame holds it: compiled and unpacked once, used for every process. */
export type Kernel = {
  readonly workerUrl: string;
  readonly module: WebAssembly.Module;
  /** The memory that a process starts with; null where it has to boot from its sources. */
  readonly snapshot: ArrayBuffer | SharedArrayBuffer | null;
  readonly library: Library | null;
};

/** Wasm without anything in it: a worker on the browser's own engine brings no interpreter. */
const NO_INTERPRETER = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

/** The browser's own JavaScript engine as a kernel, given the script that closes its worker off. */
export const browserEngine = (worker: ArrayBuffer): Kernel => ({
  workerUrl: URL.createObjectURL(new Blob([worker], { type: "text/javascript" })),
  module: new WebAssembly.Module(NO_INTERPRETER),
  snapshot: null,
  library: null,
});

type Install = Extract<ToFrame, { type: "install" }>;

/** Makes a kernel of the files that the page fetched. */
export async function compileKernel(files: Install, library: Library | null): Promise<Kernel> {
  const compiling = WebAssembly.compile(files.interpreter);
  return {
    workerUrl: URL.createObjectURL(new Blob([files.worker], { type: "text/javascript" })),
    snapshot: unpack(files),
    module: await compiling,
    library,
  };
}

/** A snapshot that cannot be used costs a second at each start, and no more. */
function unpack({ interpreter, snapshot }: Install) {
  if (snapshot === null) return null;
  const canShare = typeof SharedArrayBuffer !== "undefined" && crossOriginIsolated;
  try {
    return unpackSnapshot({ interpreter: new Uint8Array(interpreter), packed: snapshot }, (bytes) =>
      canShare ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes),
    );
  } catch (error) {
    console.warn("The machine starts without its snapshot.", error);
    return null;
  }
}
