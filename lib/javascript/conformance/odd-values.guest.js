// Evaluated inside a machine: values of every kind, made anew at each call, that note what they are asked for.
({ note, isObject, keyText }) => {
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
  return { values, watched, Own };
};
