import * as z from "zod/mini";

/**
 * How much of WebAssembly's stack a thread may use; and what is kept below it for the calls that come from outside
 * while it is suspended.
 */
const STACK_BYTES = 96 * 1024;
const RESERVE_BYTES = 32 * 1024;
const REGION_BYTES = STACK_BYTES + RESERVE_BYTES;
/** Compiled code adds to the stack pointer by setting bits that it takes to be zero. */
const ALIGNMENT_BYTES = 16;

type Apply = (...values: unknown[]) => Promise<unknown>;
const isFunction = (value: unknown) => typeof value === "function";
const StackControls = z.looseObject({
  promisingApply: z.custom<Apply>(isFunction),
  _malloc: z.custom<(bytes: number) => number>(isFunction),
  __emscripten_stack_restore: z.custom<(address: number) => void>(isFunction),
  _emscripten_stack_get_current: z.custom<() => number>(isFunction),
});

/**
 * Gives every thread a stack of its own; takes Emscripten's module. Pyodide lets all suspended calls share one: it
 * copies away what another call is about to write over. But CPython's garbage collector visits the frames of all
 * threads, and the lowest frame of each call lies on that stack: it met another thread's bytes there, and broke.
 *
 * The first promising call, the main thread's, keeps the stack that there is; those that begin before it has ended get
 * memory of their own. Gives how deep a thread's stack may go from where it begins.
 */
export function separateStacks(emscripten: object): { stackBytes: number } {
  const {
    promisingApply: apply,
    _malloc: allocate,
    __emscripten_stack_restore: moveStackTo,
    _emscripten_stack_get_current: stackPlace,
  } = StackControls.parse(emscripten);
  const free: number[] = [];
  const mainTop = stackPlace();
  let isMainRunning = false;

  const onOwnStack: Apply = (...values) => {
    const bottom = free.pop() ?? allocate(REGION_BYTES);
    if (bottom === 0) throw new Error("There is no memory for the stack of another thread.");
    const current = stackPlace();
    const top = bottom + REGION_BYTES;
    moveStackTo(top - (top % ALIGNMENT_BYTES));
    try {
      return apply(...values).finally(() => free.push(bottom));
    } finally {
      moveStackTo(current);
    }
  };
  const promisingApply: Apply = (...values) => {
    if (isMainRunning) return onOwnStack(...values);
    isMainRunning = true;
    // Pyodide begins a call below those that are suspended, which here is in the middle of a thread's memory.
    moveStackTo(mainTop);
    return apply(...values).finally(() => (isMainRunning = false));
  };
  Object.assign(emscripten, { promisingApply });
  return { stackBytes: STACK_BYTES };
}
