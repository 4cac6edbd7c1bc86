// Evaluated backstage: gives `format`, which makes one text of what is printed together.
({ inspect, isObject }) => {
  const text = (value) => (typeof value === "string" ? value : inspect(value));

  /** Whether a program says itself how an object is written. */
  function hasOwnText(value) {
    for (let holder = value; isObject(holder); holder = Object.getPrototypeOf(holder)) {
      const written = Object.getOwnPropertyDescriptor(holder, "toString");
      if (written === undefined) continue;
      const made = Object.getOwnPropertyDescriptor(holder, "constructor")?.value;
      return typeof made !== "function" || !/\[native code\]/.test(Function.prototype.toString.call(made));
    }
    return false;
  }
  const plain = (value) => {
    if (typeof value === "bigint") return `${value}n`;
    return Object.is(value, -0) ? "-0" : String(value);
  };
  const numeric = (convert) => (value) => {
    if (typeof value === "symbol") return "NaN";
    if (typeof value === "bigint") return plain(value);
    return plain(convert(value));
  };
  const json = (value) => {
    try {
      return String(JSON.stringify(value));
    } catch (error) {
      if (/circular/.test(error?.message)) return "[Circular]";
      throw error;
    }
  };
  const formats = {
    s: (value) => {
      if (!isObject(value)) return plain(value);
      return hasOwnText(value) ? String(value) : inspect(value, { depth: 0 });
    },
    d: numeric((value) => (isObject(value) ? NaN : Number(value))),
    i: numeric((value) => (isObject(value) ? NaN : Number.parseInt(value))),
    f: (value) => (typeof value === "symbol" ? "NaN" : plain(Number.parseFloat(value))),
    j: json,
    o: (value) => inspect(value, { showHidden: true, depth: 4 }),
    O: (value) => inspect(value),
    c: () => "",
  };

  return {
    format: (values) => {
      const [first, ...rest] = values;
      if (typeof first !== "string") return values.map(text).join(" ");
      if (rest.length === 0) return first;
      const line = first.replace(/%([sdifjoOc%])/g, (mark, kind) => {
        if (kind === "%") return "%";
        return rest.length === 0 ? mark : formats[kind](rest.shift());
      });
      return [line, ...rest.map(text)].join(" ");
    },
  };
};
