// Evaluated backstage: gives programs `structuredClone`.
({ kept, publish, kindOf, isObject, inspect }) => {
  const DATA_CLONE = 25;
  const call = (method, value, ...values) => Reflect.apply(method, value, values);
  const sizeOf = call.bind(null, Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength").get);
  const nameOfTyped = Object.getOwnPropertyDescriptor(
    Object.getPrototypeOf(Uint8Array.prototype),
    Symbol.toStringTag,
  ).get;
  const errorNames = [
    "Error",
    "EvalError",
    "RangeError",
    "ReferenceError",
    "SyntaxError",
    "TypeError",
    "URIError",
  ];

  const put = (target, key, value) =>
    Reflect.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  const hide = (target, key, value) =>
    Reflect.defineProperty(target, key, { value, writable: true, enumerable: false, configurable: true });

  function refuse(value) {
    const error = new kept.Error(`${inspect(value, { depth: 0 })} could not be cloned.`);
    hide(error, "name", "DataCloneError");
    hide(error, "code", DATA_CLONE);
    throw error;
  }

  function cloneBuffer(buffer) {
    const copy = new kept.ArrayBuffer(sizeOf(buffer));
    new Uint8Array(copy).set(new Uint8Array(buffer));
    return copy;
  }

  function cloneError(error, copies, clone) {
    const name = String(error.name);
    const copy = Object.create(kept[errorNames.includes(name) ? name : "Error"].prototype);
    const made = Reflect.construct(kept.Error, [], Object);
    Object.setPrototypeOf(made, Object.getPrototypeOf(copy));
    copies.set(error, made);
    const message = Object.getOwnPropertyDescriptor(error, "message");
    if (message !== undefined) hide(made, "message", String(message.value));
    hide(made, "stack", String(error.stack));
    if (Object.hasOwn(error, "cause")) hide(made, "cause", clone(error.cause));
    return made;
  }

  /** Makes each kind anew, still empty; what it holds is cloned by `fill`, when the copy is known to whatever refers to it. */
  const empty = {
    Object: () => new kept.Object(),
    Arguments: () => new kept.Object(),
    Array: (value) => new kept.Array(value.length),
    Map: () => new kept.Map(),
    Set: () => new kept.Set(),
    Date: (value) => new kept.Date(call(Date.prototype.getTime, value)),
    RegExp: (value) => new kept.RegExp(value.source, value.flags),
    ArrayBuffer: cloneBuffer,
    SharedArrayBuffer: (value) => value,
    Number: (value) => new kept.Object(call(Number.prototype.valueOf, value)),
    String: (value) => new kept.Object(call(String.prototype.valueOf, value)),
    Boolean: (value) => new kept.Object(call(Boolean.prototype.valueOf, value)),
    BigInt: (value) => new kept.Object(call(BigInt.prototype.valueOf, value)),
  };
  const fill = {
    Map: (value, copy, clone) => {
      const entries = [];
      call(Map.prototype.forEach, value, (item, key) => entries.push([key, item]));
      for (const [key, item] of entries) call(Map.prototype.set, copy, clone(key), clone(item));
    },
    Set: (value, copy, clone) => {
      const items = [];
      call(Set.prototype.forEach, value, (item) => items.push(item));
      for (const item of items) call(Set.prototype.add, copy, clone(item));
    },
  };
  const withProperties = ["Object", "Arguments", "Array"];

  function cloneObject(value, copies) {
    const clone = (inner) => cloneValue(inner, copies);
    const kind = kindOf(value);
    if (kind === "Error") return cloneError(value, copies, clone);
    if (kind === "TypedArray" || kind === "DataView") {
      const made = kept[kind === "DataView" ? kind : call(nameOfTyped, value)];
      const copy = new made(
        clone(value.buffer),
        value.byteOffset,
        kind === "DataView" ? value.byteLength : value.length,
      );
      copies.set(value, copy);
      return copy;
    }
    if (!Object.hasOwn(empty, kind)) refuse(value);
    const copy = empty[kind](value);
    copies.set(value, copy);
    fill[kind]?.(value, copy, clone);
    if (withProperties.includes(kind))
      for (const key of Object.keys(value)) put(copy, key, clone(value[key]));
    return copy;
  }

  function cloneValue(value, copies) {
    if (typeof value === "symbol") refuse(value);
    if (!isObject(value)) return value;
    return copies.has(value) ? copies.get(value) : cloneObject(value, copies);
  }

  function detach(buffers) {
    for (const buffer of buffers) {
      if (!isObject(buffer) || kindOf(buffer) !== "ArrayBuffer") refuse(buffer);
      call(ArrayBuffer.prototype.transfer, buffer);
    }
  }

  publish({
    structuredClone: (value, options = undefined) => {
      const transfer = options?.transfer === undefined ? [] : Array.from(options.transfer);
      const copy = cloneValue(value, new Map());
      detach(transfer);
      return copy;
    },
  });
  return {};
};
