const PAGE_BYTES = 64 * 1024;

/**
 * Refuses to let any WebAssembly memory of this worker grow past `limitBytes`, so that the interpreter meets the limit
 * as an ordinary failed allocation.
 */
export function capMemory(limitBytes: number) {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function capped(delta: number) {
    if (this.buffer.byteLength + delta * PAGE_BYTES > limitBytes)
      throw new RangeError(`This process may use ${limitBytes} bytes of memory.`);
    return grow.call(this, delta);
  };
}
