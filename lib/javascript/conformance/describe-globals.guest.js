// Evaluated inside a machine: prints all that can be told of every object that the language has: names and their order,
// flags, prototypes, what can be made by `new`, the texts of functions. `added` are globals that are not the language's.
(added) => {
  const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, isExtensible, construct, apply } = Reflect;
  const toText = Function.prototype.toString;
  const seen = new Map();
  const lines = [];
  const isObject = (value) => (typeof value === "object" && value !== null) || typeof value === "function";
  const keyText = (key) => (typeof key === "symbol" ? "@@" + key.description : key);
  const isConstructor = (value) => {
    try {
      construct(Object, [], value);
      return true;
    } catch {
      return false;
    }
  };
  function visit(value, path) {
    if (!isObject(value)) return typeof value + " " + String(value);
    if (seen.has(value)) return "-> " + seen.get(value);
    seen.set(value, path);
    const proto = getPrototypeOf(value);
    const skip = value === globalThis;
    const keys = ownKeys(value).filter((key) => !(skip && added.includes(key)));
    let line =
      path + " " + typeof value + (isExtensible(value) ? "" : " fixed") + " [" + keys.map(keyText) + "]";
    if (typeof value === "function")
      line += (isConstructor(value) ? " constructor " : " ") + apply(toText, value, []);
    line += " " + Object.prototype.toString.call(value);
    lines.push(line);
    if (!skip) lines.push(path + ".__proto__ " + visit(proto, path + ".__proto__"));
    for (const key of keys) {
      const d = getOwnPropertyDescriptor(value, key);
      const flags = (d.writable ? "w" : "") + (d.enumerable ? "e" : "") + (d.configurable ? "c" : "");
      const at = path + "." + keyText(key);
      if ("value" in d) lines.push(at + " " + flags + " " + visit(d.value, at));
      else {
        lines.push(at + " get " + flags + " " + visit(d.get, at + ".get"));
        lines.push(at + " set " + visit(d.set, at + ".set"));
      }
    }
    return "-> " + path;
  }
  visit(globalThis, "global");
  const hidden = {
    asyncFunction: async function () {},
    generator: function* () {},
    asyncGenerator: async function* () {},
    arrayIterator: [][Symbol.iterator](),
    stringIterator: ""[Symbol.iterator](),
    mapIterator: new Map().keys(),
    setIterator: new Set().keys(),
    regexpIterator: "".matchAll(/a/g),
    arguments: (function () {
      return arguments;
    })(),
    strictArguments: (function () {
      "use strict";
      return arguments;
    })(),
    iteratorHelper: Iterator.from([]).map((x) => x),
    bound: function () {}.bind(),
    wrapped: Iterator.from({ next() {} }),
  };
  for (const name in hidden) {
    lines.push(name + " " + visit(getPrototypeOf(hidden[name]), name + " prototype"));
  }
  lines.push(visit(Object.getOwnPropertyDescriptor(hidden.strictArguments, "callee").get, "thrower"));
  console.log(lines.join("\n"));
};
