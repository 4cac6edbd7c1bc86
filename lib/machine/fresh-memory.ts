import { openReader, readSections, SECTION } from "./wasm-binary";

const PAGE_BYTES = 65_536;
const ACTIVE = 0;
const I32_CONST = 0x41;

/** What an instance of the WebAssembly module finds in its memory when it starts: whole pages, behind them all zeros. */
export function freshMemory(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const segments = readSegments(module);
  const end = Math.max(0, ...segments.map(({ place, bytes }) => place + bytes.length));
  const memory = new Uint8Array(Math.ceil(end / PAGE_BYTES) * PAGE_BYTES);
  for (const { place, bytes } of segments) memory.set(bytes, place);
  return memory;
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
