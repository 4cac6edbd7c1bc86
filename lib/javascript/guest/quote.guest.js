// Evaluated backstage: writes texts and keys as they would stand in a program.
() => {
  const ESCAPED =
    /[\x00-\x1f\x7f-\x9f\\]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const LETTERS = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    "\v": "\\x0B",
    "\\": "\\\\",
  };

  const escape = (mark) => {
    if (LETTERS[mark] !== undefined) return LETTERS[mark];
    const digits = mark.charCodeAt(0).toString(16);
    return digits.length > 2 ? `\\u${digits}` : `\\x${digits.toUpperCase().padStart(2, "0")}`;
  };
  const markFor = (text) => {
    if (!text.includes("'")) return "'";
    if (!text.includes('"')) return '"';
    return text.includes("`") || text.includes("${") ? "'" : "`";
  };
  const quote = (text) => {
    const mark = markFor(text);
    const escaped = text.replace(ESCAPED, escape);
    return `${mark}${mark === "'" ? escaped.replaceAll("'", "\\'") : escaped}${mark}`;
  };

  return {
    quote,
    /** A property's name as an object's literal would have it. */
    quoteKey: (key) => {
      if (typeof key === "symbol") return String(key).replace(ESCAPED, escape);
      if (key === "__proto__") return "['__proto__']";
      return /^[a-zA-Z_][a-zA-Z_0-9]*$/.test(key) ? key : quote(key);
    },
  };
};
