/** The classes and namespaces whose functions a profile shows when a program calls them. */
const OWNERS = [
  "Array",
  "ArrayBuffer",
  "BigInt",
  "DataView",
  "Date",
  "JSON",
  "Map",
  "Math",
  "Number",
  "Object",
  "Reflect",
  "RegExp",
  "Set",
  "String",
  "Uint8Array",
  "WeakMap",
];

/** Globals that are called themselves, or by `new`. */
const CALLABLE = new Set([
  ...OWNERS,
  "BigInt64Array",
  "BigUint64Array",
  "Boolean",
  "Error",
  "Float32Array",
  "Float64Array",
  "Int16Array",
  "Int32Array",
  "Int8Array",
  "Uint16Array",
  "Uint32Array",
  "Uint8ClampedArray",
  "decodeURIComponent",
  "encodeURIComponent",
  "isNaN",
  "parseFloat",
  "parseInt",
  "structuredClone",
]);
/** Namespaces of the machine's own. */
const NAMESPACES = new Set([...OWNERS, "console", "fs", "performance"]);

const METHODS = new Set(
  OWNERS.flatMap((name) => {
    const owner: unknown = Reflect.get(globalThis, name);
    const prototype: unknown = typeof owner === "function" ? owner.prototype : null;
    return typeof prototype === "object" && prototype !== null ? Object.getOwnPropertyNames(prototype) : [];
  }),
);
METHODS.delete("constructor");

/** What a global function is called in a profile; null for one that is not the language's own. */
export const builtInFunction = (name: string) => (CALLABLE.has(name) ? name : null);

/** What a method is called in a profile, by what it is called on where that has a name; null for a learner's own. */
export function builtInMethod(owner: string | null, name: string): string | null {
  if (owner !== null && NAMESPACES.has(owner)) return `${owner}.${name}`;
  return METHODS.has(name) ? name : null;
}

/** Methods that take about as long whatever they are given, or that only take long by calling the learner's functions. */
const SHORT = new Set(
  `add at charAt charCodeAt codePointAt delete get getTime has next pop push set size valueOf
   every filter find findIndex findLast findLastIndex flatMap forEach map reduce reduceRight some
   entries values keys`.split(/\s+/),
);

/** Whether one call of a built-in can take longer than a program of many lines. */
export const mayTakeLong = (name: string) => !name.startsWith("Math.") && !SHORT.has(name);
