/**
 * What may stay in a worker's global scope once its interpreter has booted: the language itself, and the little an
 * interpreter needs to go on. Nothing here reaches a network, a store, another page or another worker.
 */
export const ALLOWED_GLOBALS: ReadonlySet<string> = new Set(
  [
    "globalThis self constructor Object Function Array Boolean String Symbol Number BigInt Math JSON Date Promise",
    "RegExp Intl Reflect Proxy Iterator Map Set WeakMap WeakSet WeakRef FinalizationRegistry Temporal",
    "Infinity NaN undefined isFinite isNaN parseFloat parseInt",
    "decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape",
    "Error AggregateError EvalError RangeError ReferenceError SyntaxError SuppressedError TypeError URIError",
    "DisposableStack AsyncDisposableStack",
    "ArrayBuffer SharedArrayBuffer DataView Atomics WebAssembly",
    "Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array",
    "Float16Array Float32Array Float64Array BigInt64Array BigUint64Array",
    "TextEncoder TextDecoder crypto performance console reportError structuredClone",
    "setTimeout clearTimeout setInterval clearInterval queueMicrotask MessageChannel MessagePort",
    "Event EventTarget MessageEvent ErrorEvent DOMException AbortController AbortSignal",
    "addEventListener removeEventListener dispatchEvent",
  ].flatMap((line) => line.split(" ")),
);

/**
 * The second wall, behind the frame's opaque origin and its policy: deletes every global, inherited ones too, that is
 * not allowed. A worker calls it after its interpreter has booted and before any learner's code; it throws where
 * something would not go.
 */
export function removeGlobals(global: object = globalThis) {
  const kept: string[] = [];
  for (const scope of scopes(global)) {
    for (const name of Object.getOwnPropertyNames(scope)) {
      if (ALLOWED_GLOBALS.has(name) || isNumber(scope, name) || Reflect.deleteProperty(scope, name)) continue;
      kept.push(name);
    }
  }
  if (kept.length > 0) {
    throw new Error(
      `The worker could not be closed off: ${kept.join(", ")} stayed in its global scope. No program may run in it.`,
    );
  }
}

/** Browsers have constants, such as TEMPORARY, that neither go nor lead anywhere. */
function isNumber(scope: object, name: string) {
  return typeof Reflect.getOwnPropertyDescriptor(scope, name)?.value === "number";
}

/** The global object and its prototypes, up to what every object has. */
function scopes(global: object) {
  const found: object[] = [];
  let scope: unknown = global;
  while (typeof scope === "object" && scope !== null && scope !== Object.prototype) {
    found.push(scope);
    scope = Object.getPrototypeOf(scope);
  }
  return found;
}
