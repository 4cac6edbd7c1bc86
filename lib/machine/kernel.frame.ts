import type { ToFrame } from "./frame-message";
import type { Library } from "./library.frame";
import { openUnpacker } from "./packed-snapshot";

type Memory = ArrayBuffer | SharedArrayBuffer;

/**
 * A language's interpreter as the frame holds it: compiled and unpacked once, used for every process. The first process
 * starts while its parts are still on their way.
 */
export type Kernel = {
  readonly workerUrl: string;
  readonly module: Promise<WebAssembly.Module>;
  /** The memory that a process starts with; null where it has to boot from its sources, and where it cannot be used. */
  readonly snapshot: Promise<Memory | null> | null;
  readonly library: Library | null;
};

/** Wasm without anything in it: a worker on the browser's own engine brings no interpreter. */
const NO_INTERPRETER = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

/** The browser's own JavaScript engine as a kernel, given the script that closes its worker off. */
export const browserEngine = (worker: ArrayBuffer): Kernel => ({
  workerUrl: URL.createObjectURL(new Blob([worker], { type: "text/javascript" })),
  module: Promise.resolve(new WebAssembly.Module(NO_INTERPRETER)),
  snapshot: null,
  library: null,
});

type Install = Extract<ToFrame, { type: "install" }>;
export type KernelPart = Extract<ToFrame, { type: "part" }>["part"];

/** A kernel whose worker is there; `put` gives the parts that the page goes on fetching, null for one that failed. */
export function openKernel({ worker, hasSnapshot }: Install, library: Library | null) {
  const interpreter = Promise.withResolvers<ArrayBuffer>();
  const packed = Promise.withResolvers<ArrayBuffer>();
  const module = interpreter.promise.then((bytes) => WebAssembly.compile(bytes));
  const unpacker = interpreter.promise.then((bytes) => openUnpacker(new Uint8Array(bytes)));
  const unpacked = Promise.all([unpacker, packed.promise]).then(([unpack, bytes]) =>
    orNull(() => unpack(bytes, allocate)),
  );
  // Whoever starts a process hears of it; until then it is nobody's error.
  for (const promise of [module, unpacked]) promise.catch(() => {});
  const coming = { interpreter, snapshot: packed };
  const kernel: Kernel = {
    workerUrl: URL.createObjectURL(new Blob([worker], { type: "text/javascript" })),
    module,
    snapshot: hasSnapshot ? unpacked : null,
    library,
  };
  return {
    kernel,
    put(part: KernelPart, bytes: ArrayBuffer | null) {
      if (bytes === null) coming[part].reject(new Error("Part of the machine could not be fetched."));
      else coming[part].resolve(bytes);
    },
  };
}

/** A snapshot that cannot be used costs a second at each start, and no more. */
function orNull(unpack: () => Memory) {
  try {
    return unpack();
  } catch (error) {
    console.warn("The machine starts without its snapshot.", error);
    return null;
  }
}

const canShare = typeof SharedArrayBuffer !== "undefined" && crossOriginIsolated;
const allocate = (bytes: number): Memory =>
  canShare ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
