import { expect, test } from "vitest";
import { separateStacks } from "./thread-stacks";

const MAIN_TOP = 1_000_000;

/** Emscripten's module as far as it has to do with stacks: calls begin where the pointer is, and end when told to. */
function fakeEmscripten({ memoryBegins = 2_000_008, isMemoryFull = false } = {}) {
  let pointer = MAIN_TOP;
  let next = memoryBegins;
  const allocated: { at: number; bytes: number }[] = [];
  const tops: number[] = [];
  const ends: (() => void)[] = [];
  const emscripten = {
    promisingApply(..._values: unknown[]) {
      tops.push(pointer);
      // A call goes down, and leaves the pointer there when it is suspended.
      pointer -= 300;
      return new Promise<unknown>((resolve) => void ends.push(() => resolve(null)));
    },
    _malloc(bytes: number) {
      if (isMemoryFull) return 0;
      allocated.push({ at: next, bytes });
      next += bytes + 24;
      return next - bytes - 24;
    },
    __emscripten_stack_restore: (address: number) => void (pointer = address),
    _emscripten_stack_get_current: () => pointer,
  };
  const { stackBytes } = separateStacks(emscripten);
  const begin = () => {
    const ended = emscripten.promisingApply();
    const number = tops.length - 1;
    const end = async () => {
      ends[number]?.();
      await ended;
    };
    return { top: tops[number] ?? 0, end };
  };
  return { begin, allocated, stackBytes, pointer: () => pointer, move: (to: number) => void (pointer = to) };
}

test("the main thread keeps the stack that there is, the others get memory of their own", () => {
  const { begin, allocated, stackBytes } = fakeEmscripten();
  expect(begin().top).toBe(MAIN_TOP);
  const tops = [begin().top, begin().top, begin().top];
  expect(allocated).toHaveLength(3);
  for (const [index, { at, bytes }] of allocated.entries()) {
    const top = tops[index] ?? 0;
    expect(top).toBeLessThanOrEqual(at + bytes);
    expect(top - stackBytes).toBeGreaterThan(at);
  }
});

test("a thread's stack begins at a multiple of 16 bytes, wherever its memory is", () => {
  for (const memoryBegins of [2_000_000, 2_000_004, 2_000_008, 2_000_012]) {
    const { begin, allocated, stackBytes } = fakeEmscripten({ memoryBegins });
    begin();
    const { top } = begin();
    expect(top % 16).toBe(0);
    expect(top - stackBytes).toBeGreaterThan(allocated[0]?.at ?? Infinity);
  }
});

test("whoever starts a thread goes on at the place of its own stack", () => {
  const { begin, pointer } = fakeEmscripten();
  begin();
  const before = pointer();
  begin();
  expect(pointer()).toBe(before);
});

test("the memory of a thread that has ended is the next one's, not that of a suspended one", async () => {
  const { begin, allocated } = fakeEmscripten();
  begin();
  const [first, second] = [begin(), begin()];
  await first.end();
  await new Promise(setImmediate);
  expect(begin().top).toBe(first.top);
  expect(begin().top).not.toBe(second.top);
  expect(allocated).toHaveLength(3);
});

test("the main thread's next call begins at its stack's own top, though threads are suspended elsewhere", async () => {
  const { begin, move } = fakeEmscripten();
  const main = begin();
  const thread = begin();
  await main.end();
  await new Promise(setImmediate);
  // So does Pyodide: it looks for the lowest of the suspended calls.
  move(thread.top - 300);
  expect(begin().top).toBe(MAIN_TOP);
  expect(begin().top).not.toBe(thread.top);
});

test("a thread without memory for its stack is refused", () => {
  const { begin } = fakeEmscripten({ isMemoryFull: true });
  begin();
  expect(begin).toThrow("There is no memory for the stack of another thread.");
});
