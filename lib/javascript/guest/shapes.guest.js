// Evaluated backstage: what of each kind of value is shown: what stands before its braces, the braces, what is inside.
({ prefix, functionName, showError, errorKeys, quote, promiseState }) => {
  const MOST_ENTRIES = 100;
  const MOST_BYTES = 50;
  const LAST_INDEX = 2 ** 32 - 2;

  const counted = (count, what) => `${count} ${what}${count > 1 ? "s" : ""}`;
  const more = (count, what = "item") => `... ${counted(count, `more ${what}`)}`;
  const atMost = (parts, length) => (length > MOST_ENTRIES ? [...parts, more(length - MOST_ENTRIES)] : parts);
  const isIndex = (key) =>
    typeof key === "string" && /^(0|[1-9]\d{0,9})$/.test(key) && Number(key) <= LAST_INDEX;
  const withoutIndexes = (keys) => keys.filter((key) => !isIndex(key));
  const call = (method, value, ...values) => Reflect.apply(method, value, values);
  const sizeOf = ({ prototype }, value) =>
    call(Object.getOwnPropertyDescriptor(prototype, "size").get, value);

  /** Where the holes that begin at `start` end: there may be thousands of millions of them. */
  function nextPlace(value, start) {
    for (const key of Object.keys(value)) {
      const index = Number(key);
      // Places come first, in their order; `-1` and `"x"` are none.
      if (!Number.isInteger(index) || index < 0) break;
      if (index > start) return Math.min(index, value.length);
    }
    return value.length;
  }

  function arrayParts(value, inner) {
    const parts = [];
    let index = 0;
    for (; index < value.length && parts.length < MOST_ENTRIES; index += 1) {
      if (Object.hasOwn(value, index)) {
        parts.push(inner.element(value, index));
        continue;
      }
      const start = index;
      index = nextPlace(value, start) - 1;
      parts.push(`<${counted(index + 1 - start, "empty item")}>`);
    }
    return index < value.length ? [...parts, more(value.length - index)] : parts;
  }

  function listOf(value) {
    const isCut = value.length > MOST_ENTRIES;
    const length = isCut ? MOST_ENTRIES + 1 : value.length;
    let areNumbers = true;
    for (let index = 0; index < length && areNumbers; index += 1)
      areNumbers = typeof value[index] === "number" || typeof value[index] === "bigint";
    return { isCut, areNumbers };
  }

  const list = (kind, parts) => (value, about, keys) => {
    const isPlain = kind === "Array" && about.constructor === "Array" && about.tag === "";
    const head = isPlain ? "" : prefix(about, kind ?? about.tag, `(${value.length})`);
    const isEmpty = value.length === 0;
    return { open: `${head}[`, close: "]", keys: withoutIndexes(keys), list: listOf, parts, isEmpty };
  };
  const collection = (kind, made, parts) => (value, about, keys) => ({
    open: `${prefix(about, kind, `(${sizeOf(made, value)})`)}{`,
    keys,
    isEmpty: sizeOf(made, value) === 0,
    parts: (value, inner) => {
      const entries = [];
      call(made.prototype.forEach, value, (item, key) => {
        if (entries.length < MOST_ENTRIES) entries.push(parts(inner, item, key));
      });
      return atMost(entries, sizeOf(made, value));
    },
  });
  const braced = (kind, parts) => (value, about, keys) => ({ open: `${prefix(about, kind)}{`, keys, parts });
  const whole = (base, keys) => ({ base, keys, isWhole: true });
  const boxed =
    (kind, read) =>
    (value, { constructor }, keys) => {
      const made = constructor === kind ? "" : ` (${constructor ?? "null prototype"})`;
      return whole(`[${kind}${made}: ${read(value)}]`, kind === "String" ? withoutIndexes(keys) : keys);
    };
  const bufferParts = (value, inner) => {
    const bytes = new Uint8Array(value);
    const shown = bytes.subarray(0, MOST_BYTES);
    const hex = Array.from(shown, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const left = bytes.length > MOST_BYTES ? ` ${more(bytes.length - MOST_BYTES, "byte")}` : "";
    return [`[Uint8Contents]: <${hex}${left}>`, `[byteLength]: ${inner.value(bytes.length)}`];
  };
  const unknownParts = () => ["<items unknown>"];
  const prefixed = (about, kind, text) =>
    about.constructor === kind ? text : `${prefix(about, kind)}${text}`;

  /** For each kind. `isWhole`: nothing but `base` is shown of it where it has no properties. */
  const shapes = {
    Array: list("Array", arrayParts),
    TypedArray: list(null, (value, inner) =>
      atMost(
        Array.from({ length: Math.min(value.length, MOST_ENTRIES) }, (_, index) => inner.value(value[index])),
        value.length,
      ),
    ),
    Set: collection("Set", Set, (inner, item) => inner.value(item)),
    Map: collection("Map", Map, (inner, item, key) => `${inner.value(key)} => ${inner.value(item)}`),
    Function: (value, about, keys) => whole(functionName(value, about), keys),
    Error: (value, { constructor }, keys) => whole(showError(value, constructor), errorKeys(value, keys)),
    RegExp: (value, about, keys) =>
      whole(prefixed(about, "RegExp", call(RegExp.prototype.toString, value)), keys),
    Date: (value, about, keys) => {
      const isValid = !Number.isNaN(call(Date.prototype.getTime, value));
      const text = isValid ? call(Date.prototype.toISOString, value) : "Invalid Date";
      return whole(prefixed(about, "Date", text), keys);
    },
    ArrayBuffer: braced("ArrayBuffer", bufferParts),
    SharedArrayBuffer: braced("SharedArrayBuffer", bufferParts),
    DataView: braced("DataView", (value, inner) =>
      ["byteLength", "byteOffset", "buffer"].map((name) => `[${name}]: ${inner.value(value[name])}`),
    ),
    Promise: braced("Promise", (value, inner) => {
      const { state, held } = promiseState(value);
      if (state === "pending") return ["<pending>"];
      return [state === "rejected" ? `<rejected> ${inner.value(held)}` : inner.value(held)];
    }),
    WeakMap: braced("WeakMap", unknownParts),
    WeakSet: braced("WeakSet", unknownParts),
    Number: boxed("Number", (value) => {
      const held = call(Number.prototype.valueOf, value);
      return Object.is(held, -0) ? "-0" : String(held);
    }),
    String: boxed("String", (value) => quote(call(String.prototype.valueOf, value))),
    Boolean: boxed("Boolean", (value) => String(call(Boolean.prototype.valueOf, value))),
    Symbol: boxed("Symbol", (value) => String(call(Symbol.prototype.valueOf, value))),
    BigInt: boxed("BigInt", (value) => `${call(BigInt.prototype.valueOf, value)}n`),
    Arguments: (value, about, keys) => ({ open: "[Arguments] {", keys, isEmpty: true }),
    Object: (value, about, keys) => {
      const isPlain = about.constructor === "Object" && about.tag === "";
      const isModule = about.constructor === null && about.tag === "Module";
      const head = isModule ? "[Module: null prototype] " : isPlain ? "" : prefix(about, "Object");
      return { open: `${head}{`, keys, isEmpty: true };
    },
  };
  return { shapes };
};
