// Evaluated inside the virtual machine: charges maps, sets and what walks over an object's names, and keeps the ways
// shut that lead around the count.
(tools, originalText) => {
  "use strict";
  const { charge, chargeBefore, isObject, lengthOf, namesOf, originals, proxies, replace, replaceClass } =
    tools;
  const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } = Reflect;
  const NativeProxy = Proxy;
  const NativeFunction = Function;
  const sizeOf = {
    map: getOwnPropertyDescriptor(Map.prototype, "size").get,
    set: getOwnPropertyDescriptor(Set.prototype, "size").get,
  };
  const sizeBy = (read, value) => {
    try {
      return apply(read, value, []);
    } catch {
      return 0;
    }
  };
  // A value is one of both at most.
  const size = (value) => sizeBy(sizeOf.map, value) + sizeBy(sizeOf.set, value);
  for (const collection of [Map.prototype, Set.prototype, WeakMap.prototype, WeakSet.prototype])
    chargeBefore(collection, () => 0, ["get", "has", "set", "add", "delete"]);
  for (const collection of [Map.prototype, Set.prototype])
    chargeBefore(collection, size, ["clear", "forEach"]);
  chargeBefore(Set.prototype, (self, [other]) => size(self) + size(other), [
    "union",
    "intersection",
    "difference",
    "symmetricDifference",
    "isSubsetOf",
    "isSupersetOf",
    "isDisjointFrom",
  ]);

  const named = (_, [value]) => namesOf(value);
  const walkNames =
    "keys values entries getOwnPropertyNames getOwnPropertySymbols getOwnPropertyDescriptors freeze seal isFrozen isSealed preventExtensions";
  chargeBefore(Object, named, walkNames.split(" "));
  chargeBefore(Object, (_, [, properties]) => namesOf(properties), ["create", "defineProperties"]);
  chargeBefore(
    Object,
    (_, [, ...sources]) => {
      let steps = 0;
      for (let index = 0; index < sources.length; index += 1) steps += namesOf(sources[index]);
      return steps;
    },
    ["assign"],
  );
  chargeBefore(Reflect, named, ["ownKeys"]);
  chargeBefore(Math, (_, values) => values.length, ["max", "min", "hypot"]);

  // A list of arguments is copied, whatever is called with it.
  chargeBefore(Function.prototype, (_, [, values]) => lengthOf(values), ["apply"]);
  chargeBefore(Reflect, (_, [, , values]) => lengthOf(values), ["apply"]);
  chargeBefore(Reflect, (_, [, values]) => lengthOf(values), ["construct"]);

  const refuse = () => {
    throw new EvalError("Code that is made while the program runs cannot be counted. Write it in the file.");
  };
  replace(globalThis, "eval", () => ({ eval: (code) => (typeof code === "string" ? refuse() : code) }).eval);
  for (const kind of [function () {}, async function () {}, function* () {}, async function* () {}])
    replace(getPrototypeOf(kind), "constructor", (Original) => {
      // The others inherit from the first, which must not be had that way either.
      if (Original !== NativeFunction) setPrototypeOf(Original, Function.prototype.constructor);
      return new NativeProxy(Original, { __proto__: null, apply: refuse, construct: refuse });
    });
  defineProperty(globalThis, "Function", { value: Function.prototype.constructor });

  // Proxies have to be told from what they stand for.
  replaceClass("Proxy", (made, values) => {
    if (made !== undefined) proxies.set(made, values[0]);
  });
  replace(
    Proxy,
    "revocable",
    (original) =>
      ({
        revocable(target, traps) {
          const made = apply(original, this, [target, traps]);
          proxies.set(made.proxy, target);
          return made;
        },
      }).revocable,
  );

  const { toString } = Function.prototype;
  replace(
    Function.prototype,
    "toString",
    () =>
      ({
        method() {
          const own = isObject(this) ? originals.get(this) : undefined;
          if (own !== undefined) return apply(toString, own, []);
          const text = originalText(apply(toString, this, []));
          charge(1 + text.length);
          return text;
        },
      }).method,
  );
};
