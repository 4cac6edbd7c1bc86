// Evaluated inside a machine: tries every `step`-th built-in from number `from` on, on all kinds of receivers with one in
// `share` of the lists of arguments, and prints what a program could see of each try: what is asked of proxies and in
// which order, what comes out, what is thrown, and what has become of the receiver and the arguments.
({ from, step, share, added }, oddValues) => {
  const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
  const { toString: tagOf } = Object.prototype;
  const { isArray } = Array;
  // They wait, end or differ each time, or are no part of the language.
  const SKIPPED = [
    "eval",
    "Function",
    "random",
    "now",
    "wait",
    "waitAsync",
    "pause",
    "stack",
    "constructor",
    "fileName",
    "lineNumber",
    "columnNumber",
  ];
  let log = [];
  const note = (text) => {
    if (log.length < 60) log.push(text);
  };
  const keyText = (key) => (typeof key === "symbol" ? `@@${key.description}` : `${key}`);

  // ---- what there is to call
  const found = new Map();
  const MADE = {
    asyncFunction: async function () {},
    generator: function* () {},
    asyncGenerator: async function* () {},
    arrayIterator: [][Symbol.iterator](),
    stringIterator: ""[Symbol.iterator](),
    mapIterator: new Map().keys(),
    setIterator: new Set().keys(),
    matchIterator: "".matchAll(/a/g),
    helper: Iterator.from([]).map((x) => x),
    wrapped: Iterator.from({ next() {} }),
  };
  const visited = new Set();
  const isObject = (value) => (typeof value === "object" && value !== null) || typeof value === "function";
  function gather(holder, path) {
    if (!isObject(holder) || visited.has(holder)) return;
    visited.add(holder);
    if (typeof holder === "function") found.set(holder, path);
    for (const key of ownKeys(holder)) {
      if (holder === globalThis && added.includes(key)) continue;
      const name = keyText(key);
      if (SKIPPED.includes(name)) continue;
      const { value, get, set } = getOwnPropertyDescriptor(holder, key);
      gather(value, `${path}.${name}`);
      gather(get, `get ${path}.${name}`);
      gather(set, `set ${path}.${name}`);
    }
    gather(getPrototypeOf(holder), `${path}.__proto__`);
  }
  gather(globalThis, "global");
  for (const name in MADE) gather(getPrototypeOf(MADE[name]), name);

  // ---- what to call it with
  const { values, watched, Own } = oddValues({ note, isObject, keyText });
  const names = Object.keys(values);

  // ---- what came of it
  function show(value, depth = 0) {
    if (typeof value === "string") return JSON.stringify(value);
    if (typeof value === "symbol") return keyText(value);
    if (!isObject(value))
      return Object.is(value, -0) ? "-0" : `${value}${typeof value === "bigint" ? "n" : ""}`;
    if (found.has(value)) return `<${found.get(value)}>`;
    let text = "object";
    try {
      if (typeof value === "function") text = `function ${getOwnPropertyDescriptor(value, "name")?.value}`;
      else text = isArray(value) ? "array" : apply(tagOf, value, []);
      const proto = getPrototypeOf(value);
      if (proto === Own.prototype) text += " own";
      if (depth > 2) return text;
      const parts = ownKeys(value)
        .slice(0, 8)
        .filter(
          (key) => key !== "stack" && key !== "lineNumber" && key !== "columnNumber" && key !== "fileName",
        )
        .map((key) => {
          const d = getOwnPropertyDescriptor(value, key);
          const flags = (d.writable ? "w" : "") + (d.enumerable ? "e" : "") + (d.configurable ? "c" : "");
          return `${keyText(key)}:${flags}${"value" in d ? show(d.value, depth + 1) : "get"}`;
        });
      const inner =
        proto === Map.prototype || proto === Set.prototype
          ? [...value].map((each) => show(each, depth + 1))
          : [];
      return `${text}{${parts.join()}${inner.length ? `|${inner}` : ""}}`;
    } catch (error) {
      return `${text} unreadable`;
    }
  }
  const told = (error) => (isObject(error) ? `${error.name}: ${error.message}` : `thrown ${show(error)}`);

  function attempt(path, action, receiver, given) {
    log = [];
    let outcome;
    try {
      const result = action();
      const at = given.indexOf(result);
      if (isObject(result) && result === receiver) outcome = "its receiver";
      else if (isObject(result) && at >= 0) outcome = `argument ${at}`;
      else {
        outcome = show(result);
        if (
          isObject(result) &&
          !isArray(result) &&
          typeof result.next === "function" &&
          !(Symbol.asyncIterator in result)
        )
          for (let turn = 0; turn < 4; turn += 1) outcome += ` then ${show(result.next())}`;
      }
    } catch (error) {
      outcome = told(error);
    }
    const seen = log.join(" ");
    log = [];
    return `${path}: ${seen} => ${outcome} ; ${show(receiver)} ; ${given.map((each) => show(each)).join(" ; ")}`;
  }

  const CONSTRUCTED = Math.ceil(share / 20);
  let index = -1;
  for (const [builtIn, path] of found) {
    index += 1;
    if (index % step !== from) continue;
    const lines = [];
    const lists = [
      [],
      ...names.map((name) => [name]),
      ["text", "function"],
      ["-1", "Infinity"],
      ["function", "object"],
      ["proxied", "function"],
      ["class", "proxied"],
      ["object", "text", "object"],
      ["iterable", "function"],
      ["regexp", "text"],
      ["text", "regexp"],
      ["text", "1.5"],
      ["1.5", "asked number"],
      ["function", "1.5", "2"],
      ["buffer", "1.5"],
      ["proxied", "proxied object", "proxied"],
      ["holes", "function"],
      ["map", "text"],
      ["asked", "asked number", "asked"],
      ["bytes", "-1"],
      ["text", "text"],
      ["own", "own"],
      ["compare"],
      ["proxied object", "text"],
      ["object", "proxied object"],
      ["1.5", "1.5"],
      ["-0", "own", "holes"],
    ];
    for (const [turn, list] of lists.entries())
      for (const name of names) {
        // Others for each built-in.
        if ((turn + names.indexOf(name) + index) % share !== 0) continue;
        const receiver = values[name]();
        const given = list.map((each) => (values[each] ?? values["1.5"])());
        lines.push(
          attempt(`${path} on ${name} (${list})`, () => apply(builtIn, receiver, given), receiver, given),
        );
      }
    for (const [turn, list] of lists.entries()) {
      if ((turn + index) % CONSTRUCTED !== 0) continue;
      const given = list.map((each) => (values[each] ?? values["1.5"])());
      lines.push(attempt(`new ${path} (${list})`, () => construct(builtIn, given), undefined, given));
      const again = list.map((each) => (values[each] ?? values["1.5"])());
      lines.push(
        attempt(
          `new ${path} (${list}) for proxy`,
          () => construct(builtIn, again, watched(class Made {}, "target")),
          undefined,
          again,
        ),
      );
    }
    console.log(lines.join("\n"));
  }
};
