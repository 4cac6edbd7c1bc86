// Evaluated inside the virtual machine: gives `inspect`, which writes a value the way people know it from Node.
() => {
  const MAX_DEPTH = 3;
  const MAX_ENTRIES = 100;
  const LINE_WIDTH = 72;

  const quote = (text) =>
    text.includes("'") && !text.includes('"')
      ? JSON.stringify(text)
      : `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  const isName = (text) => /^[A-Za-z_$][\w$]*$/.test(text);
  const keyOf = (key) => (typeof key === "symbol" ? `[${String(key)}]` : isName(key) ? key : quote(key));

  function primitive(value) {
    if (typeof value === "string") return quote(value);
    if (typeof value === "bigint") return `${value}n`;
    return Object.is(value, -0) ? "-0" : String(value);
  }

  function entries(value, seen, depth) {
    const inner = (child) => inspect(child, seen, depth + 1);
    if (Array.isArray(value)) {
      const shown = [];
      for (let index = 0; index < Math.min(value.length, MAX_ENTRIES); index += 1)
        shown.push(index in value ? inner(value[index]) : "<empty>");
      return more(shown, value.length);
    }
    if (ArrayBuffer.isView(value) && !(value instanceof DataView))
      return more(Array.from(value.subarray(0, MAX_ENTRIES), primitive), value.length);
    if (value instanceof Map)
      return more(
        [...value].slice(0, MAX_ENTRIES).map(([key, item]) => `${inner(key)} => ${inner(item)}`),
        value.size,
      );
    if (value instanceof Set) return more([...value].slice(0, MAX_ENTRIES).map(inner), value.size);
    return [];
  }

  const more = (shown, length) =>
    length > shown.length ? [...shown, `… ${length - shown.length} more`] : shown;

  function properties(value, seen, depth) {
    const isList = Array.isArray(value) || ArrayBuffer.isView(value);
    return Reflect.ownKeys(value)
      .filter((key) => Object.prototype.propertyIsEnumerable.call(value, key))
      .filter((key) => !(isList && typeof key === "string" && /^\d+$/.test(key)))
      .slice(0, MAX_ENTRIES)
      .map((key) => {
        const { get, set, value: held } = Object.getOwnPropertyDescriptor(value, key);
        const shown = get || set ? "[Getter/Setter]" : inspect(held, seen, depth + 1);
        return `${keyOf(key)}: ${shown}`;
      });
  }

  function prefix(value) {
    const name = value.constructor?.name ?? "[null prototype]";
    if (Array.isArray(value)) return name === "Array" ? "" : `${name}(${value.length}) `;
    if (value instanceof Map || value instanceof Set) return `${name}(${value.size}) `;
    if (ArrayBuffer.isView(value)) return `${name}(${value.length ?? value.byteLength}) `;
    return name === "Object" ? "" : `${name} `;
  }

  function layOut(head, [open, close], parts, depth) {
    if (parts.length === 0) return `${head}${open}${close}`;
    const line = `${head}${open} ${parts.join(", ")} ${close}`;
    if (line.length <= LINE_WIDTH && !line.includes("\n")) return line;
    const indent = "  ".repeat(depth + 1);
    return `${head}${open}\n${parts.map((part) => indent + part).join(",\n")}\n${"  ".repeat(depth)}${close}`;
  }

  function inspect(value, seen = [], depth = 0) {
    if (value === null || (typeof value !== "object" && typeof value !== "function")) return primitive(value);
    if (seen.includes(value)) return "[Circular]";
    if (typeof value === "function") {
      const kind = String(value).startsWith("class") ? "class" : "Function";
      return value.name ? `[${kind}: ${value.name}]` : `[${kind} (anonymous)]`;
    }
    if (value instanceof Error) return `${value}${value.stack ? `\n${value.stack.trimEnd()}` : ""}`;
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
    if (value instanceof RegExp) return String(value);
    if (value instanceof Promise) return "Promise {}";
    const brackets = Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value) ? "[]" : "{}";
    if (depth >= MAX_DEPTH) return Array.isArray(value) ? "[Array]" : `[${prefix(value).trim() || "Object"}]`;
    const path = [...seen, value];
    const parts = [...entries(value, path, depth), ...properties(value, path, depth)];
    return layOut(prefix(value), brackets, parts, depth);
  }

  return (value) => inspect(value);
};
