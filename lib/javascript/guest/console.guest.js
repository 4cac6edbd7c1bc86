// Evaluated backstage: gives programs `console` and `performance`.
({ publish, write, now, inspect, format, drawTable, callsOf }) => {
  const startedAt = new Map();
  const counts = new Map();
  const SECOND_MS = 1_000;
  const MINUTE_MS = 60 * SECOND_MS;
  const HOUR_MS = 60 * MINUTE_MS;
  let margin = "";
  let isHeard = true;

  const print = (stream, values) => {
    if (!isHeard) return;
    const text = format(values);
    const indented = margin === "" ? text : margin + text.replaceAll("\n", `\n${margin}`);
    isHeard = write(stream, ...`${indented}\n`.split("\0"));
  };
  const out = (...values) => print("stdout", values);
  const err = (...values) => print("stderr", values);

  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  function duration(ms) {
    if (ms < SECOND_MS) return `${Number(ms.toFixed(3))}ms`;
    const seconds = ms / SECOND_MS;
    if (ms < MINUTE_MS) return `${seconds.toFixed(3)}s`;
    const rest = (seconds % 60).toFixed(3).padStart(6, "0");
    if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)}:${rest} (m:ss.mmm)`;
    return `${Math.floor(ms / HOUR_MS)}:${two((ms % HOUR_MS) / MINUTE_MS)}:${rest} (h:mm:ss.mmm)`;
  }
  function tellTime(method, label, values) {
    const since = startedAt.get(label);
    if (since === undefined) err(`Warning: No such label '${label}' for console.${method}()`);
    else out("%s: %s", label, duration(now() - since), ...values);
  }
  function openGroup(values) {
    if (values.length > 0) out(...values);
    margin += "  ";
  }
  const labelled = (label) => (label === undefined ? "default" : `${label}`);

  const console = {
    log: (...values) => print("stdout", values),
    warn: (...values) => print("stderr", values),
    error: (...values) => print("stderr", values),
    dir: (value = undefined, options = {}) => out(inspect(value, { customInspect: false, ...options })),
    time: (name = "default") => {
      const label = labelled(name);
      if (startedAt.has(label)) err(`Warning: Label '${label}' already exists for console.time()`);
      else startedAt.set(label, now());
    },
    timeEnd: (name = "default") => {
      const label = labelled(name);
      tellTime("timeEnd", label, []);
      startedAt.delete(label);
    },
    timeLog: (name = "default", ...values) => tellTime("timeLog", labelled(name), values),
    trace: (...values) => {
      const head = values.length === 0 ? "Trace" : `Trace: ${format(values)}`;
      err("%s", [head, ...callsOf(new Error().stack)].join("\n"));
    },
    assert: (condition = false, ...values) => {
      if (condition) return;
      const [first, ...rest] = values;
      if (values.length === 0) err("Assertion failed");
      else if (typeof first === "string") err(`Assertion failed: ${first}`, ...rest);
      else err("Assertion failed:", ...values);
    },
    clear: () => {},
    count: (name = "default") => {
      const label = labelled(name);
      counts.set(label, (counts.get(label) ?? 0) + 1);
      out("%s: %d", label, counts.get(label));
    },
    countReset: (name = "default") => {
      if (!counts.delete(labelled(name))) err(`Warning: Count for '${labelled(name)}' does not exist`);
    },
    group: (...values) => openGroup(values),
    groupEnd: () => {
      margin = margin.slice(2);
    },
    table: (rows = undefined, columns = undefined) => {
      const drawn = drawTable(rows, columns);
      if (drawn === null) out(rows);
      else out("%s", drawn);
    },
    debug: (...values) => print("stdout", values),
    info: (...values) => print("stdout", values),
    dirxml: (...values) => print("stdout", values),
    groupCollapsed: (...values) => openGroup(values),
  };

  publish({ console, performance: { now: () => now(), timeOrigin: 0 } });
  return {};
};
