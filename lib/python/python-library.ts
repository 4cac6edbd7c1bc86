import * as z from "zod/mini";
import { joinBytes } from "@/lib/machine/join-bytes";

/**
 * What Python's processes need now and then, in one file that is fetched when the first of them does: the standard
 * library's archive, the interpreter's rare data, and the runtime's own files, name → source.
 *
 * Layout: the lengths of the first two parts, in little-endian words; the rare data, the sources as JSON, the archive.
 */
type PythonLibrary = {
  readonly rareData: Uint8Array<ArrayBuffer>;
  readonly sources: Readonly<Record<string, string>>;
  readonly archive: Uint8Array<ArrayBuffer>;
};

const Sources = z.record(z.string(), z.string());
const LENGTHS = 2;

export function packLibrary({ rareData, sources, archive }: PythonLibrary): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(sources));
  const lengths = new Uint8Array(Uint32Array.of(rareData.length, text.length).buffer);
  return joinBytes([lengths, rareData, text, archive]);
}

/** The parts, none of them copied but the sources. */
export function openLibraryFile(bytes: Uint8Array<ArrayBuffer>): PythonLibrary {
  const lengths = new Uint32Array(bytes.slice(0, LENGTHS * Uint32Array.BYTES_PER_ELEMENT).buffer);
  const [rareBytes = 0, sourceBytes = 0] = lengths;
  const rareAt = lengths.byteLength;
  const sourcesAt = rareAt + rareBytes;
  const archiveAt = sourcesAt + sourceBytes;
  return {
    rareData: bytes.subarray(rareAt, sourcesAt),
    sources: Sources.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(sourcesAt, archiveAt)))),
    archive: bytes.subarray(archiveAt),
  };
}
