import * as z from "zod/mini";

const LARGEST_BLOCK_BYTES = 16 * 1024 * 1024;
const SMALLEST_BLOCK_BYTES = 8;

const call = <Call extends (...numbers: number[]) => number>() =>
  z.custom<Call>((value) => typeof value === "function");
const Allocator = z.object({
  _malloc: call<(bytes: number) => number>(),
  _free: call<(address: number) => number>(),
  _emscripten_stack_get_end: call<() => number>(),
  _emscripten_stack_get_current: call<() => number>(),
  HEAPU8: z.instanceof(Uint8Array),
});

/**
 * Overwrites with zeros what the interpreter has freed and the part of its stack that is not in use: dead bytes would
 * travel in every snapshot. Takes Emscripten's module; gives how many bytes of free memory there were.
 */
export function zeroFreeMemory(emscripten: object): number {
  const {
    _malloc: allocate,
    _free: free,
    _emscripten_stack_get_end: stackEnd,
    _emscripten_stack_get_current: stackPointer,
    HEAPU8: memory,
  } = Allocator.parse(emscripten);
  using _ = blockGrowth();
  const blocks: number[] = [];
  let zeroedBytes = 0;
  for (let bytes = LARGEST_BLOCK_BYTES; bytes >= SMALLEST_BLOCK_BYTES; bytes /= 2) {
    for (let block = allocate(bytes); block !== 0; block = allocate(bytes)) {
      memory.fill(0, block, block + bytes);
      blocks.push(block);
      zeroedBytes += bytes;
    }
  }
  for (const block of blocks) free(block);
  memory.fill(0, stackEnd(), stackPointer());
  return zeroedBytes;
}

/** While it lasts, memory can run out. */
function blockGrowth() {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError("Free memory is being zeroed: it must not grow.");
  };
  return { [Symbol.dispose]: () => void (WebAssembly.Memory.prototype.grow = grow) };
}
