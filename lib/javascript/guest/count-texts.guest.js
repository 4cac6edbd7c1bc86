// Evaluated inside the virtual machine: charges what strings, regular expressions and JSON do by the length they read
// or write. `regexSteps` gives what the engine itself counts while it tries a regular expression.
(tools, regexSteps) => {
  "use strict";
  const { charge, chargeAfter, chargeBefore, lengthOf, replace } = tools;
  const { apply, getOwnPropertyDescriptor } = Reflect;
  const { concat, indexOf } = String.prototype;
  const { floor, max, min } = Math;
  const isGlobal = getOwnPropertyDescriptor(RegExp.prototype, "global").get;
  const isSticky = getOwnPropertyDescriptor(RegExp.prototype, "sticky").get;

  const isRegExp = (value) => {
    try {
      return typeof apply(isGlobal, value, []) === "boolean";
    } catch {
      return false;
    }
  };
  // A template would call the method that stands in its place by then.
  const asText = (value) => (typeof value === "string" ? value : apply(concat, "", [value]));
  const lengthOfFirst = (_, [first]) => lengthOf(first);
  const read = (self) => (typeof self === "string" ? self.length : 0);
  const from = (position) => (typeof position === "number" && position > 0 ? floor(position) : 0);

  /** Methods that first make a string of what they are called on: here, so that it is made once. */
  const onText = (names, call) => {
    for (const name of names)
      replace(
        String.prototype,
        name,
        (original) =>
          ({
            method(...values) {
              if (this === null || this === undefined) return apply(original, this, values);
              return call(original, asText(this), values);
            },
          }).method,
      );
  };
  const wholeText =
    "isWellFormed localeCompare normalize toLocaleLowerCase toLocaleUpperCase toLowerCase toUpperCase toWellFormed trim trimEnd trimLeft trimRight trimStart";
  onText(wholeText.split(" "), (original, text, values) => {
    const result = apply(original, text, values);
    charge(1 + text.length + (typeof result === "string" ? result.length : 0));
    return result;
  });
  // Templates are concatenations too. Engines tie the parts together: the longest one is not copied.
  onText(["concat"], (original, text, values) => {
    const result = apply(original, text, values);
    let longest = text.length;
    for (let index = 0; index < values.length; index += 1)
      if (typeof values[index] === "string") longest = max(longest, values[index].length);
    charge(1 + result.length - longest);
    return result;
  });
  onText(
    "slice substring substr repeat padStart padEnd anchor big bold link sub sup".split(" "),
    (original, text, values) => {
      const result = apply(original, text, values);
      charge(1 + result.length);
      return result;
    },
  );
  onText(["indexOf"], (original, text, values) => {
    const index = apply(original, text, values);
    charge(1 + (index < 0 ? text.length : index + lengthOf(values[0])) - min(from(values[1]), text.length));
    return index;
  });
  onText(["lastIndexOf"], (original, text, values) => {
    const index = apply(original, text, values);
    charge(1 + text.length - (index < 0 ? 0 : index));
    return index;
  });
  onText(["includes"], (original, text, values) => {
    const isFound = apply(original, text, values);
    const start = min(from(values[1]), text.length);
    const index = isFound && typeof values[0] === "string" ? apply(indexOf, text, [values[0], start]) : -1;
    charge(1 + (index < 0 ? text.length : index + values[0].length) - start);
    return isFound;
  });
  onText(["startsWith", "endsWith"], (original, text, values) => {
    charge(1 + min(text.length, lengthOf(values[0])));
    return apply(original, text, values);
  });

  // These ask their argument first, which may do the work itself: the text is charged where it is one already.
  for (const name of ["match", "matchAll", "replace", "replaceAll", "search", "split"])
    replace(
      String.prototype,
      name,
      (original) =>
        ({
          method(...values) {
            // A regular expression charges for itself.
            const isOwn = typeof values[0] !== "object" || values[0] === null;
            charge(isOwn ? 1 + read(this) : 1);
            const result = apply(original, this, values);
            if (isOwn) charge(lengthOf(result));
            return result;
          },
        }).method,
    );
  chargeAfter(RegExp.prototype, lengthOf, [Symbol.replace, Symbol.split]);

  replace(
    RegExp.prototype,
    "exec",
    (original) =>
      ({
        method(value) {
          // What is no regular expression is refused before its argument is looked at.
          if (!isRegExp(this)) return apply(original, this, [value]);
          const text = asText(value);
          const start = this.lastIndex;
          const before = regexSteps();
          const result = apply(original, this, [text]);
          charge(1 + regexSteps() - before);
          const begun = apply(isGlobal, this, []) || apply(isSticky, this, []) ? from(start) : 0;
          if (result !== null) charge(result.index + result[0].length - begun);
          else if (!apply(isSticky, this, [])) charge(text.length - begun);
          return result;
        },
      }).method,
  );
  chargeBefore(RegExp.prototype, () => 0, ["test", "compile"]);

  chargeAfter(JSON, lengthOf, ["stringify"]);
  chargeBefore(JSON, lengthOfFirst, ["parse"]);
  chargeAfter(String, lengthOf, ["raw", "fromCharCode", "fromCodePoint"]);
  chargeAfter(BigInt.prototype, lengthOf, ["toString", "toLocaleString"]);
  const written = [
    "decodeURI",
    "decodeURIComponent",
    "encodeURI",
    "encodeURIComponent",
    "escape",
    "unescape",
  ];
  chargeBefore(globalThis, lengthOfFirst, [...written, "parseInt", "parseFloat"]);
  chargeBefore(Number, lengthOfFirst, ["parseInt", "parseFloat"]);
};
