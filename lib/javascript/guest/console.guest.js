// Evaluated inside the virtual machine: gives it `console` and `performance`.
(write, now, inspect) => {
  const timers = new Map();
  const counts = new Map();
  let indent = "";
  let isHeard = true;

  const text = (value) => (typeof value === "string" ? value : inspect(value));
  const formats = {
    s: String,
    d: Number,
    i: (value) => Math.trunc(Number(value)),
    f: Number,
    o: inspect,
    O: inspect,
    j: JSON.stringify,
  };

  function format([first, ...rest]) {
    if (typeof first !== "string") return [first, ...rest].map(text).join(" ");
    const values = [...rest];
    const line = first.replace(/%([sdifoOj%])/g, (mark, kind) => {
      if (kind === "%") return "%";
      return values.length === 0 ? mark : String(formats[kind](values.shift()));
    });
    return [line, ...values.map(text)].join(" ");
  }

  const print = (stream, values) => {
    if (!isHeard) return;
    const line = values.length === 0 ? "" : format(values);
    isHeard = write(stream, `${indent}${indent === "" ? line : line.replaceAll("\n", `\n${indent}`)}\n`);
  };
  const out = (...values) => print("stdout", values);
  const err = (...values) => print("stderr", values);

  function table(rows, columns) {
    if (rows === null || typeof rows !== "object") return out(rows);
    const records = rows instanceof Map ? [...rows] : Object.entries(rows);
    const isRecord = (row) => row !== null && typeof row === "object";
    const names = columns ?? [
      ...new Set(records.flatMap(([, row]) => (isRecord(row) ? Object.keys(row) : []))),
    ];
    const hasValues = records.some(([, row]) => !isRecord(row));
    const cellOf = (row, name) => (isRecord(row) && name in row ? inspect(row[name]) : "");
    const lines = [
      ["(index)", ...names, ...(hasValues ? ["Values"] : [])],
      ...records.map(([key, row]) => [
        String(key),
        ...names.map((name) => cellOf(row, name)),
        ...(hasValues ? [isRecord(row) ? "" : inspect(row)] : []),
      ]),
    ];
    const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)) + 2);
    const rule = (left, middle, right) =>
      left + widths.map((width) => "─".repeat(width)).join(middle) + right;
    const drawn = lines.map(
      (line) => `│${line.map((cell, column) => ` ${cell}`.padEnd(widths[column])).join("│")}│`,
    );
    out(
      [rule("┌", "┬", "┐"), drawn[0], rule("├", "┼", "┤"), ...drawn.slice(1), rule("└", "┴", "┘")].join("\n"),
    );
  }

  const elapsed = (label) => {
    const startedAt = timers.get(label);
    return startedAt === undefined ? null : `${label}: ${(now() - startedAt).toFixed(3)} ms`;
  };

  globalThis.console = {
    log: out,
    info: out,
    debug: out,
    warn: err,
    error: err,
    table,
    dir: (value) => out(inspect(value)),
    trace: (...values) => err("Trace:", ...values),
    assert: (condition, ...values) => {
      if (!condition) err("Assertion failed", ...values);
    },
    group: (...values) => {
      if (values.length > 0) out(...values);
      indent += "  ";
    },
    groupEnd: () => (indent = indent.slice(2)),
    count: (label = "default") => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      out(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = "default") => counts.delete(label),
    time: (label = "default") => timers.set(label, now()),
    timeLog: (label = "default", ...values) => {
      const line = elapsed(label);
      if (line === null) err(`There is no timer "${label}".`);
      else out(line, ...values);
    },
    timeEnd: (label = "default") => {
      const line = elapsed(label);
      timers.delete(label);
      if (line === null) err(`There is no timer "${label}".`);
      else out(line);
    },
  };
  globalThis.console.groupCollapsed = globalThis.console.group;
  globalThis.performance = { now, timeOrigin: 0 };
};
