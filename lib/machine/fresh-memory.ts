import { openReader, readSections, SECTION } from "./wasm-binary";

const ACTIVE = 0;
const I32_CONST = 0x41;

/** Writes into `memory`, which is all zeros, what an instance of the WebAssembly module finds there when it starts. */
export function fillFreshMemory(module: Uint8Array, memory: Uint8Array) {
  const data = readSections(module).find(({ id }) => id === SECTION.data);
  if (data === undefined)
    throw new Error("The module has no data section: is it an interpreter's WebAssembly?");
  const reader = openReader(data.content);
  reader.list(() => {
    if (reader.number() !== ACTIVE || reader.byte() !== I32_CONST)
      throw new Error("The module has data whose place is only known when it runs. Correct fresh-memory.ts.");
    const place = reader.signedNumber();
    // The end of the expression that gives the place.
    reader.byte();
    memory.set(reader.take(reader.number()), place);
  });
}
