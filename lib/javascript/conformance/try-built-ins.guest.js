// Evaluated inside a machine: tries every `step`-th built-in from number `from` on, on all kinds of receivers with one in
// `share` of the lists of arguments, and prints what a program could see of each try: what is asked of proxies and in
// which order, what comes out, what is thrown, and what has become of the receiver and the arguments.
({ from, step, share, added }) => {
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
  const watched = (target, name) =>
    new Proxy(
      target,
      new Proxy(
        {},
        {
          get:
            (_, trap) =>
            (...given) => {
              note(
                `${name}.${trap}(${isObject(given[1]) || given[1] === undefined ? "" : keyText(given[1])})`,
              );
              return Reflect[trap](...given);
            },
        },
      ),
    );
  const asked = (name, value) => ({
    [Symbol.toPrimitive](hint) {
      note(`${name} as ${hint}`);
      return value;
    },
  });
  class Own extends Array {
    static get [Symbol.species]() {
      note("species");
      return Own;
    }
  }
  const detached = () => {
    const buffer = new ArrayBuffer(8);
    const view = new Uint8Array(buffer);
    buffer.transfer();
    return view;
  };
  const iterable = () => ({
    [Symbol.iterator]() {
      note("iterator");
      let turn = 0;
      return {
        next() {
          note("next");
          turn += 1;
          return turn > 2 ? { done: true } : { value: [turn, `v${turn}`], done: false };
        },
        return() {
          note("return");
          return {};
        },
      };
    },
  });
  const values = {
    undefined: () => undefined,
    null: () => null,
    true: () => true,
    "-0": () => -0,
    NaN: () => NaN,
    1.5: () => 1.5,
    "-1": () => -1,
    Infinity: () => Infinity,
    "1n": () => 1n,
    symbol: () => Symbol.iterator,
    text: () => "a-b-a",
    empty: () => "",
    lone: () => "\ud800x",
    object: () => ({ a: 1, b: "x" }),
    bare: () => ({ __proto__: null, a: 1 }),
    holes: () => [3, , 1, undefined, "2"],
    own: () => Own.from([1, 2, 3]),
    like: () => ({ 0: "x", 2: "z", length: "3" }),
    minus: () => ({ length: -5, size: -1 }),
    getter: () => ({
      get length() {
        note("length");
        return 2;
      },
      get 0() {
        note("0");
        return 7;
      },
      get size() {
        note("size");
        return 1;
      },
      has: () => true,
      keys: () => [7].values(),
    }),
    proxied: () => watched([1, 2, 3], "list"),
    "proxied object": () => watched({ a: 1, length: 2 }, "object"),
    "proxied function": () => watched((x) => x, "function"),
    revoked: () => {
      const { proxy, revoke } = Proxy.revocable([], {});
      revoke();
      return proxy;
    },
    frozen: () => Object.freeze([1, 2]),
    iterable,
    asked: () => asked("text", "a"),
    "asked number": () => asked("number", 1),
    throws: () => ({
      toString() {
        note("throws");
        throw new RangeError("mine");
      },
      valueOf: () => ({}),
    }),
    function: () =>
      function (...given) {
        note(`called(${given.length})${this === undefined ? "" : typeof this}`);
        return given[0];
      },
    truth: () => () => true,
    compare: () => (one, other) => (note("compare"), one < other ? 1 : -1),
    class: () => class Made {},
    map: () =>
      new Map([
        ["a", 1],
        [NaN, 2],
      ]),
    set: () => new Set([1, "a"]),
    weak: () => new WeakMap(),
    weakset: () => new WeakSet(),
    date: () => new Date(86_400_000),
    "no date": () => new Date(NaN),
    regexp: () => /a(?<n>-)?/g,
    sticky: () => /A/iy,
    bytes: () => new Uint8Array([3, 1, 2]),
    floats: () => new Float64Array([NaN, -0, 1]),
    bigs: () => new BigInt64Array([2n, 1n]),
    detached,
    "detached buffer": () => detached().buffer,
    buffer: () => new ArrayBuffer(8, { maxByteLength: 16 }),
    shared: () => new SharedArrayBuffer(8),
    dataview: () => new DataView(new ArrayBuffer(8)),
    promise: () => Promise.resolve(1),
    generator: () =>
      (function* () {
        note("began");
        yield 1;
        yield 2;
      })(),
    iterator: () => [1, 2][Symbol.iterator](),
    arguments: () =>
      (function () {
        return arguments;
      })(1, 2),
    boxed: () => new String("box"),
    number: () => new Number(5),
    error: () => new TypeError("e"),
    json: () => ' {"a":[1,-0,"\\u0041"]} ',
  };
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
