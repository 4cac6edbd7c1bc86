import * as z from "zod/mini";

/**
 * How deep C code may nest before Python raises RecursionError. CPython trusts the stack that WebAssembly declares,
 * but the browser's own stack ends long before it, and that kills the interpreter.
 */
const STACK_BYTES = 128 * 1024;

const address = z.custom<() => number>((value) => typeof value === "function");
const StackControls = z.object({
  _PyThreadState_Get: address,
  _emscripten_stack_get_base: address,
  _PyUnstable_ThreadState_SetStackProtection: z.custom<
    (threadState: number, start: number, sizeBytes: number) => number
  >((value) => typeof value === "function"),
});

/** Makes deep recursion in C a clean RecursionError where it can be foreseen; takes Emscripten's module. */
export function protectStack(emscripten: object) {
  const {
    _PyThreadState_Get: threadState,
    _emscripten_stack_get_base: stackBase,
    _PyUnstable_ThreadState_SetStackProtection: setStackProtection,
  } = StackControls.parse(emscripten);
  const refused = setStackProtection(threadState(), stackBase() - STACK_BYTES, STACK_BYTES);
  if (refused !== 0) throw new Error("Python did not accept its stack limit. Check STACK_BYTES.");
}
