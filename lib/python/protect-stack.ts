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
  _emscripten_stack_get_current: address,
  _PyUnstable_ThreadState_SetStackProtection: z.custom<
    (threadState: number, start: number, sizeBytes: number) => number
  >((value) => typeof value === "function"),
});

/** Makes deep recursion in C a clean RecursionError where it can be foreseen; takes Emscripten's module. */
export function protectStack(emscripten: object) {
  const { _emscripten_stack_get_base: stackBase } = StackControls.parse(emscripten);
  protectBelow(emscripten, stackBase(), STACK_BYTES);
}

/** The same for a thread, whose stack of so many bytes begins where this is called. */
export function protectStackHere(emscripten: object, stackBytes = STACK_BYTES) {
  const { _emscripten_stack_get_current: stackPlace } = StackControls.parse(emscripten);
  protectBelow(emscripten, stackPlace(), stackBytes);
}

function protectBelow(emscripten: object, top: number, stackBytes: number) {
  const { _PyThreadState_Get: threadState, _PyUnstable_ThreadState_SetStackProtection: setStackProtection } =
    StackControls.parse(emscripten);
  const refused = setStackProtection(threadState(), top - stackBytes, stackBytes);
  if (refused !== 0) throw new Error("Python did not accept its stack limit. Check STACK_BYTES.");
}
