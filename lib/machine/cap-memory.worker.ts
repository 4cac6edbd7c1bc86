const PAGE_BYTES = 64 * 1024;

/**
 * Refuses to let any WebAssembly memory of this worker grow past `limitBytes`, so that the interpreter meets the limit
 * as an ordinary failed allocation. Tells `onGrown` how many bytes a memory has after it has grown; none ever shrinks.
 */
export function capMemory(limitBytes: number, onGrown: (bytes: number) => void = () => {}) {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function capped(delta: number) {
    if (this.buffer.byteLength + delta * PAGE_BYTES > limitBytes)
      throw new RangeError(`This process may use ${limitBytes} bytes of memory.`);
    const before = grow.call(this, delta);
    onGrown(this.buffer.byteLength);
    return before;
  };
}
