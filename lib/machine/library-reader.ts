import type { FromProcess } from "./process-message";
import { readSharedFile } from "./shared-file";

/** Inside a process: reads its language's standard library, and knows how long it has waited for it. */
export function openLibraryReader(
  library: ArrayBuffer | SharedArrayBuffer,
  send: (message: FromProcess) => void,
) {
  let waitedMs = 0;
  return {
    /** The library's bytes, a copy; blocks until they have come. */
    read(): Uint8Array<ArrayBuffer> {
      if (library instanceof ArrayBuffer) return new Uint8Array(library.slice());
      const startedAtMs = performance.now();
      const bytes = readSharedFile(library, () => send({ type: "library-wanted" }));
      waitedMs += performance.now() - startedAtMs;
      return bytes;
    },
    waitedMs: () => waitedMs,
  };
}
