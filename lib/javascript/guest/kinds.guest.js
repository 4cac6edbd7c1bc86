// Evaluated backstage: tells built-in objects of any realm by what they hold, not by prototypes, which programs change.
({ kept, promiseState }) => {
  const holds = (read) => (value) => {
    try {
      read(value);
      return true;
    } catch {
      return false;
    }
  };
  const getter = (prototype, name) => {
    const { get } = Object.getOwnPropertyDescriptor(prototype, name);
    return (value) => Reflect.apply(get, value, []);
  };
  const method = (prototype, name, ...values) => {
    const found = prototype[name];
    return (value) => Reflect.apply(found, value, values);
  };
  const builtinTag = method(Object.prototype, "toString");
  const typedArrayName = getter(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag);

  const probes = {
    Map: holds(getter(Map.prototype, "size")),
    Set: holds(getter(Set.prototype, "size")),
    Date: holds(method(Date.prototype, "getTime")),
    RegExp: holds((value) => {
      // Its prototype answers too, which is no expression.
      if (value === kept.RegExp.prototype) throw new TypeError();
      getter(RegExp.prototype, "source")(value);
    }),
    ArrayBuffer: holds(getter(ArrayBuffer.prototype, "byteLength")),
    SharedArrayBuffer: holds(getter(SharedArrayBuffer.prototype, "byteLength")),
    WeakMap: holds(method(WeakMap.prototype, "has", {})),
    WeakSet: holds(method(WeakSet.prototype, "has", {})),
    Number: holds(method(Number.prototype, "valueOf")),
    String: holds(method(String.prototype, "valueOf")),
    Boolean: holds(method(Boolean.prototype, "valueOf")),
    Symbol: holds(method(Symbol.prototype, "valueOf")),
    BigInt: holds(method(BigInt.prototype, "valueOf")),
  };

  /** Names what a value is; "Object" for one that is nothing in particular. */
  const kindOf = (value) => {
    if (typeof value === "function") return "Function";
    if (Array.isArray(value)) return "Array";
    if (ArrayBuffer.isView(value)) return typedArrayName(value) === undefined ? "DataView" : "TypedArray";
    if (Error.isError(value)) return "Error";
    if (promiseState(value) !== null) return "Promise";
    const prototype = Object.getPrototypeOf(value);
    // Nearly all objects: a dozen probes of each would be felt.
    if (prototype === null || prototype === kept.Object.prototype)
      return builtinTag(value) === "[object Arguments]" ? "Arguments" : "Object";
    return Object.keys(probes).find((kind) => probes[kind](value)) ?? "Object";
  };
  return {
    kindOf,
    isObject: (value) => (typeof value === "object" && value !== null) || typeof value === "function",
  };
};
