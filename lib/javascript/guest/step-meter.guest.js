// Evaluated inside the virtual machine: gives the meter that a rewritten program names, and the tools that charge it
// from elsewhere. All it uses is kept here, where the program cannot replace it. `tell` hears now and then which place
// took so many steps, once somebody has asked for the lines.
(tell) => {
  "use strict";
  const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { floor } = Math;
  const NativeProxy = Proxy;
  const typedLength = getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), "length").get;

  /** A collection whose methods nobody can replace. */
  const sealed = (collection, ...names) => {
    for (const name of names) defineProperty(collection, name, { value: collection[name] });
    return collection;
  };
  /** What each proxy stands for. */
  const proxies = sealed(new WeakMap(), "get", "set", "has");
  const originals = sealed(new WeakMap(), "get", "set", "has");
  const replacements = sealed(new WeakMap(), "get", "set");

  const isObject = (value) => (typeof value === "object" && value !== null) || typeof value === "function";
  const asLength = (value) => (typeof value === "number" && value > 0 ? floor(value) : 0);

  /** How far a built-in has to walk; reading it runs nothing of the program's where that can be helped. */
  function lengthOf(value) {
    if (typeof value === "string") return value.length;
    if (!isObject(value)) return 0;
    // To ask a proxy would call its traps, which the program sees; what they do is counted when they are called.
    if (proxies.has(value)) return lengthOf(proxies.get(value));
    if (isArray(value)) return value.length;
    if (isView(value)) return value instanceof DataView ? 0 : apply(typedLength, value, []);
    for (let holder = value; holder !== null && !proxies.has(holder); holder = getPrototypeOf(holder)) {
      const length = getOwnPropertyDescriptor(holder, "length");
      if (length === undefined) continue;
      // A length that is computed may be another one each time: what there is to walk over is not.
      return typeof length.value === "number" ? asLength(length.value) : ownKeys(value).length;
    }
    return 0;
  }

  /** The number of an object's own names. */
  function namesOf(value) {
    if (typeof value === "string") return value.length;
    return isObject(value) && !proxies.has(value) ? ownKeys(value).length : 0;
  }

  const LOOKS_WHILE_DOUBLING = 256;
  const Kept = Error;
  let [first, last] = [0, 0];
  /** All steps since the last look were taken at this place: lines, or calls as an error's stack tells them. */
  const took = (place) => {
    const steps = meter.steps - last;
    last = meter.steps;
    meter.nextLook = Infinity;
    tell(place, steps);
    meter.nextLook = last + floor((last - first) / LOOKS_WHILE_DOUBLING);
  };
  const charge = (steps) => {
    if (steps > 0 && meter.nextLook < (meter.steps += steps)) took(new Kept().stack);
  };

  const isBothText = (left, right) => typeof left === "string" && typeof right === "string";
  const compare = (left, right) => {
    if (left.length === right.length) charge(left.length);
  };
  const order = (left, right) => {
    charge(left.length < right.length ? left.length : right.length);
  };

  const meter = {
    __proto__: null,
    steps: 0,
    varies: false,
    /** Past so many steps it is looked which line takes them. */
    nextLook: Infinity,
    took,
    noteLines() {
      first = last = meter.nextLook = meter.steps;
    },
    add(left, right) {
      const sum = left + right;
      if (typeof sum !== "string") return sum;
      if (typeof left === "string") {
        const rest = sum.length - left.length;
        charge(left.length < rest ? left.length : rest);
      } else charge(typeof right === "string" ? sum.length - right.length : sum.length);
      return sum;
    },
    same: (left, right) => (isBothText(left, right) && compare(left, right), left === right),
    other: (left, right) => (isBothText(left, right) && compare(left, right), left !== right),
    alike: (left, right) => (isBothText(left, right) && compare(left, right), left == right),
    unlike: (left, right) => (isBothText(left, right) && compare(left, right), left != right),
    less: (left, right) => (isBothText(left, right) && order(left, right), left < right),
    more: (left, right) => (isBothText(left, right) && order(left, right), left > right),
    atMost: (left, right) => (isBothText(left, right) && order(left, right), left <= right),
    atLeast: (left, right) => (isBothText(left, right) && order(left, right), left >= right),
    appended(value) {
      if (typeof value === "string") charge(value.length);
      return value;
    },
    spread(value) {
      const copy = { ...value };
      charge(ownKeys(copy).length);
      return copy;
    },
    rest(copy) {
      charge(ownKeys(copy).length);
    },
    named(value) {
      charge(namesOf(value));
      return value;
    },
  };
  /** Puts what `make` gives of a function in its place, under its name; the same function elsewhere gets the same. */
  function replace(holder, key, make) {
    if (!isObject(holder)) return;
    const descriptor = getOwnPropertyDescriptor(holder, key);
    const original = descriptor?.value;
    if (typeof original !== "function" || originals.has(original)) return;
    let counted = replacements.get(original);
    if (counted === undefined) {
      counted = make(original);
      for (const name of ["name", "length"])
        defineProperty(counted, name, getOwnPropertyDescriptor(original, name));
      originals.set(counted, original);
      replacements.set(original, counted);
    }
    defineProperty(holder, key, { ...descriptor, value: counted });
  }

  /** Methods charged before they begin: `cost` gets what they are called on and their arguments. */
  const chargeBefore = (holder, cost, names) => {
    for (const name of names)
      replace(
        holder,
        name,
        (original) =>
          ({
            method(...values) {
              charge(1 + cost(this, values));
              return apply(original, this, values);
            },
          }).method,
      );
  };
  /** Methods charged by what they gave. */
  const chargeAfter = (holder, cost, names) => {
    for (const name of names)
      replace(
        holder,
        name,
        (original) =>
          ({
            method(...values) {
              const result = apply(original, this, values);
              charge(1 + cost(result, this, values));
              return result;
            },
          }).method,
      );
  };
  /**
   * Puts a class of ours in the place of a global one, for those who make it by `new` and those who inherit from it:
   * `seen` gets what was made, or nothing where the class is only called.
   */
  const replaceClass = (name, seen) =>
    replace(globalThis, name, (Original) => {
      // A function of ours would ask what inherits from it for its prototype once more than the original does.
      const Counted = new NativeProxy(Original, {
        __proto__: null,
        apply(_, self, values) {
          seen(undefined, values);
          return apply(Original, self, values);
        },
        construct(_, values, target) {
          const made = construct(Original, values, target === Counted ? Original : target);
          seen(made, values);
          return made;
        },
      });
      if (Original.prototype !== undefined) Original.prototype.constructor = Counted;
      return Counted;
    });
  /** A class charged by what it made. */
  const chargeClass = (name, cost) =>
    replaceClass(name, (made, values) => {
      if (made !== undefined) charge(1 + cost(made, values));
    });

  const tools = {
    meter,
    charge,
    chargeAfter,
    chargeBefore,
    chargeClass,
    isObject,
    lengthOf,
    namesOf,
    originals,
    proxies,
    replace,
    replaceClass,
  };
  return { meter, tools };
};
