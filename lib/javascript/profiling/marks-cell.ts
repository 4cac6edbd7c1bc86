import type { QuickJSHandle } from "quickjs-emscripten-core";
import type { VirtualMachine } from "../virtual-machine";

const WORDS = 8;
const WORD_BYTES = 4;

/**
 * A cell of the machine's memory by which a program reaches us: it writes a number and reads the clock, which costs it
 * a twentieth of a call of a host function. `take` is given the number and gives what is then in the second cell.
 */
export function openMarksCell({ context, memory }: VirtualMachine, take: (code: number) => number) {
  const pattern = crypto.getRandomValues(new Int32Array(WORDS));
  const buffer = context.newArrayBuffer(pattern.slice().buffer);
  const at = find(new Int32Array(memory()), pattern);
  let view = new Int32Array(memory(), at * WORD_BYTES, WORDS);
  view.fill(0);

  const readClock = Date.now;
  // The engine reads the clock by this name, and nothing else gets out of it as fast.
  Date.now = () => {
    // The memory moves when it grows.
    if (view.length === 0) view = new Int32Array(memory(), at * WORD_BYTES, WORDS);
    const code = view[0] ?? 0;
    if (code === 0) return readClock();
    view[0] = 0;
    view[1] = take(code);
    return 0;
  };
  return {
    buffer,
    close(this: void) {
      Date.now = readClock;
      buffer.dispose();
    },
  } satisfies { buffer: QuickJSHandle; close: () => void };
}

function find(words: Int32Array, pattern: Int32Array): number {
  const [first = 0] = pattern;
  for (let at = words.indexOf(first); at >= 0; at = words.indexOf(first, at + 1))
    if (pattern.every((word, index) => words[at + index] === word)) return at;
  throw new Error("The machine's memory does not hold the cell that was put there.");
}
