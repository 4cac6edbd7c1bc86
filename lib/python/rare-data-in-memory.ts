import * as z from "zod/mini";

/**
 * Data of the interpreter that few programs ever read, on its own: the number of its pieces, where each begins and how
 * long it is, in little-endian words, then the pieces.
 */
export type RareData = Uint8Array<ArrayBuffer>;

const WORD_BYTES = 4;
const WORDS_PER_PIECE = 2;
const Memory = z.object({ HEAPU8: z.instanceof(Uint8Array) });

/** Puts the data where the interpreter reads it; takes Emscripten's module. */
export function placeRareData(emscripten: object, rareData: RareData) {
  const { HEAPU8: memory } = Memory.parse(emscripten);
  for (const { start, bytes } of piecesOf(rareData)) memory.set(bytes, start);
}

/** Leaves zeros in its place. */
export function clearRareData(memory: Uint8Array, rareData: RareData) {
  for (const { start, bytes } of piecesOf(rareData)) memory.fill(0, start, start + bytes.length);
}

function piecesOf(rareData: RareData) {
  const [count = 0] = new Uint32Array(rareData.slice(0, WORD_BYTES).buffer);
  const placesEnd = WORD_BYTES * (1 + count * WORDS_PER_PIECE);
  const places = new Uint32Array(rareData.slice(WORD_BYTES, placesEnd).buffer);
  let at = rareData.byteOffset + placesEnd;
  return Array.from({ length: count }, (_, index) => {
    const [start = 0, length = 0] = places.subarray(index * WORDS_PER_PIECE);
    const bytes = new Uint8Array(rareData.buffer, at, length);
    at += length;
    return { start, bytes };
  });
}
