import { canShareFiles, fillSharedFile, newSharedFile } from "./shared-file";

const PROBLEM =
  "Part of Python's standard library could not be fetched. Check your connection, then press Run again.";

/** A language's standard library in the frame: fetched when a program first needs it, then there for every process. */
export type Library = ReturnType<typeof openLibrary>;

/** `ask` has the page fetch the library; what comes of it is given to `put`. */
export function openLibrary(ask: () => void) {
  const shared = canShareFiles() ? newSharedFile() : null;
  let coming: PromiseWithResolvers<ArrayBuffer> | null = null;
  let there: ArrayBuffer | null = null;

  /** Resolves once it is there; until then the page is asked no more than once. */
  const bring = async () => {
    if (there !== null) return there;
    if (coming === null) {
      coming = Promise.withResolvers();
      ask();
    }
    return coming.promise;
  };

  return {
    bring,
    /** The library's bytes, or null where they could not be fetched; who needs them next asks again. */
    put(bytes: ArrayBuffer | null) {
      if (bytes === null) coming?.reject(new Error(PROBLEM));
      else if (there === null) {
        there = bytes;
        if (shared !== null) fillSharedFile(shared, bytes);
        coming?.resolve(bytes);
      }
      coming = null;
    },
    /** What a new process reads it from: without memory to share, it has to be there before the process starts. */
    forProcess: async () => shared ?? (await bring()),
  };
}
