import {
  encodeNumber,
  encodeSigned,
  listOf,
  openReader,
  readSections,
  SECTION,
  writeSections,
} from "./wasm-binary";

const PAGE_BYTES = 65_536;
const ACTIVE = 0;
const I32_CONST = 0x41;
const END = 0x0b;
/** What a segment of its own takes. */
const SEGMENT_BYTES = 8;

/** What an instance of the WebAssembly module finds in its memory when it starts: whole pages, behind them all zeros. */
export function freshMemory(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const segments = readSegments(module);
  const end = Math.max(0, ...segments.map(({ place, bytes }) => place + bytes.length));
  const memory = new Uint8Array(Math.ceil(end / PAGE_BYTES) * PAGE_BYTES);
  for (const { place, bytes } of segments) memory.set(bytes, place);
  return memory;
}

/** The module whose instances find this in their memory instead. */
export function withFreshMemory(module: Uint8Array, memory: Uint8Array): Uint8Array<ArrayBuffer> {
  const segments = segmentsOf(memory);
  const data = listOf(
    segments.map(({ start, end }) =>
      Uint8Array.from([
        ACTIVE,
        I32_CONST,
        ...encodeSigned(start),
        END,
        ...encodeNumber(end - start),
        ...memory.subarray(start, end),
      ]),
    ),
  );
  const changed = new Map<number, Uint8Array>([
    [SECTION.data, data],
    [SECTION.dataCount, Uint8Array.from(encodeNumber(segments.length))],
  ]);
  return writeSections(
    module,
    readSections(module).map(({ id, content }) => ({ id, content: changed.get(id) ?? content })),
  );
}

/** What is not zero, in pieces: a few zeros between two cost less than a piece more. */
function segmentsOf(memory: Uint8Array) {
  const segments: { start: number; end: number }[] = [];
  for (let at = 0; at < memory.length; at++) {
    if (memory[at] === 0) continue;
    const last = segments.at(-1);
    if (last !== undefined && at - last.end <= SEGMENT_BYTES) last.end = at + 1;
    else segments.push({ start: at, end: at + 1 });
  }
  return segments;
}

function readSegments(module: Uint8Array) {
  const data = readSections(module).find(({ id }) => id === SECTION.data);
  if (data === undefined)
    throw new Error("The module has no data section: is it an interpreter's WebAssembly?");
  const reader = openReader(data.content);
  return reader.list(() => {
    if (reader.number() !== ACTIVE || reader.byte() !== I32_CONST)
      throw new Error("The module has data whose place is only known when it runs. Correct fresh-memory.ts.");
    const place = reader.signedNumber();
    // The end of the expression that gives the place.
    reader.byte();
    return { place, bytes: reader.take(reader.number()) };
  });
}
