// Evaluated inside the virtual machine before any program: what it keeps of the built-ins no program can replace.
(inspect) => {
  const { apply, getPrototypeOf } = Reflect;
  const { isArray } = Array;
  const { keys, prototype: objectPrototype } = Object;
  const { parse, stringify } = JSON;
  const { isFinite } = Number;
  const { slice } = String.prototype;
  const MAX_DEPTH = 100;
  const MAX_CHARACTERS = 4_000_000;

  // Reads a value as its program would, but calls no built-in by a name that the program could have given to another:
  // so no template either, which this engine makes by calling `concat`.
  function json(value, depth) {
    if (value === null || typeof value === "boolean") return "" + value;
    if (typeof value === "string") return stringify(value);
    if (typeof value === "number") return isFinite(value) ? "" + value : null;
    if (typeof value !== "object" || depth > MAX_DEPTH) return null;
    const isList = isArray(value);
    const prototype = getPrototypeOf(value);
    if (!isList && prototype !== null && prototype !== objectPrototype) return null;
    const names = isList ? null : keys(value);
    const count = isList ? value.length : names.length;
    let text = "";
    for (let index = 0; index < count; index += 1) {
      const part = json(isList ? value[index] : value[names[index]], depth + 1);
      if (part === null) return null;
      text += (index === 0 ? "" : ",") + (isList ? "" : stringify(names[index]) + ":") + part;
      if (text.length > MAX_CHARACTERS) return null;
    }
    return isList ? "[" + text + "]" : "{" + text + "}";
  }

  return {
    fromJson: (text) => parse(text),
    /** Null for what JSON cannot say: functions, promises, class instances, NaN, circles, gigantic values. */
    toJson: (value) => json(value, 0),
    shown: (value, characters) => apply(slice, inspect(value), [0, characters]),
  };
};
