import * as z from "zod/mini";
import { BLOCK_BYTES, type Snapshot } from "@/lib/machine/packed-snapshot";

const WORD_BYTES = 4;
const BLOCK_WORDS = BLOCK_BYTES / WORD_BYTES;
const address = z.int();
const Controls = z.object({
  growMemory: z.custom<(bytes: number) => unknown>((value) => typeof value === "function"),
  __PyRuntime: address,
  __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: address,
  ___timezone: address,
  ___daylight: address,
  ___tzname: address,
  __tzset_js: z.custom<
    (timezone: number, daylight: number, standardName: number, summerName: number) => void
  >((value) => typeof value === "function"),
});
/** Emscripten makes new ones whenever the memory grows. */
const Views = z.object({ HEAPU8: z.instanceof(Uint8Array), HEAPU32: z.instanceof(Uint32Array) });

/**
 * Puts a snapshot's memory into a fresh instance of the same interpreter; takes Emscripten's module. Only the blocks
 * that differ are written: a page of memory that is never touched costs neither time nor room.
 */
export function restoreMemory(emscripten: object, { memoryBytes, indexes, blocks }: Snapshot) {
  const controls = Controls.parse(emscripten);
  const fresh = Views.parse(emscripten);
  const { __PyRuntime: runtime, __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: trampolineOffset } = controls;
  // Which function of this instance calls Python's C functions: the snapshot knows its own instance's only.
  const trampoline = ((fresh.HEAPU32[trampolineOffset / WORD_BYTES] ?? 0) + runtime) / WORD_BYTES;
  const own = fresh.HEAPU32[trampoline];
  if (fresh.HEAPU8.length < memoryBytes) controls.growMemory(memoryBytes);
  const { HEAPU8, HEAPU32 } = Views.parse(emscripten);
  if (own === undefined || HEAPU8.length < memoryBytes)
    throw new Error(`This browser does not give Python the ${memoryBytes} bytes of memory it starts with.`);
  for (const [position, index] of indexes.entries()) {
    const at = position * BLOCK_WORDS;
    HEAPU32.set(blocks.subarray(at, at + BLOCK_WORDS), index * BLOCK_WORDS);
  }
  HEAPU32[trampoline] = own;
  setTimeZone(controls, HEAPU32);
}

/** C asks for the time zone once: a snapshot has that of the machine it was made on. */
function setTimeZone(
  { ___timezone, ___daylight, ___tzname, __tzset_js: setZone }: z.infer<typeof Controls>,
  words: Uint32Array,
) {
  const [standardName, summerName] = words.subarray(___tzname / WORD_BYTES);
  if (standardName !== undefined && summerName !== undefined && standardName !== 0)
    setZone(___timezone, ___daylight, standardName, summerName);
}
