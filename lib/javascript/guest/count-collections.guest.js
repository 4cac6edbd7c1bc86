// Evaluated inside the virtual machine: charges maps, sets and what walks over an object's names, and keeps the ways
// shut that lead around the count.
(tools, originalText) => {
  "use strict";
  const { charge, chargeBefore, isObject, lengthOf, namesOf, originals, proxies, replace } = tools;
  const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const sizeOf = {
    map: getOwnPropertyDescriptor(Map.prototype, "size").get,
    set: getOwnPropertyDescriptor(Set.prototype, "size").get,
  };
  const isMap = (value) => value instanceof Map;
  const size = (value) => {
    try {
      return apply(isMap(value) ? sizeOf.map : sizeOf.set, value, []);
    } catch {
      return 0;
    }
  };
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
      const Refused = function () {
        refuse();
      };
      defineProperty(Refused, "prototype", { value: Original.prototype, writable: false });
      Object.setPrototypeOf(Refused, getPrototypeOf(Original));
      return Refused;
    });
  defineProperty(globalThis, "Function", { value: Function.prototype.constructor });

  // Proxies have to be told from what they stand for.
  replace(globalThis, "Proxy", (Original) => {
    const known = (proxy) => {
      proxies.add(proxy);
      return proxy;
    };
    // Bound, since the class has no prototype either.
    const Counted = function (target, traps) {
      return known(new.target === undefined ? Original(target, traps) : new Original(target, traps));
    }.bind();
    defineProperty(Counted, "revocable", getOwnPropertyDescriptor(Original, "revocable"));
    replace(
      Counted,
      "revocable",
      (revocable) =>
        ({
          revocable(target, traps) {
            const made = apply(revocable, Original, [target, traps]);
            known(made.proxy);
            return made;
          },
        }).revocable,
    );
    return Counted;
  });

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
