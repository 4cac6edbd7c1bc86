import type { PyodideInterface } from "pyodide";
import * as z from "zod/mini";

/** Where Python looks for its standard library. */
const ARCHIVE = "/lib/python314.zip";

const Place = z.object({ node: z.custom<object>((value) => typeof value === "object" && value !== null) });

/** Puts the standard library's archive where Python looks for it. Its bytes come when Python first looks inside. */
export function placeLibrary(python: PyodideInterface, readLibrary: () => Uint8Array<ArrayBuffer>) {
  const { node } = Place.parse(python.FS.lookupPath(ARCHIVE));
  const property = (value: unknown) => ({ value, configurable: true, enumerable: true, writable: true });
  const read = () => {
    const contents = readLibrary();
    Object.defineProperties(node, { contents: property(contents), usedBytes: property(contents.length) });
    return contents;
  };
  Object.defineProperties(node, {
    contents: { get: read, configurable: true, enumerable: true },
    usedBytes: { get: () => read().length, configurable: true, enumerable: true },
  });
}
