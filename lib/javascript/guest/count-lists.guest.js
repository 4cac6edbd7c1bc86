// Evaluated inside the virtual machine: charges what arrays, typed arrays and iterators do by the length they walk.
(tools) => {
  "use strict";
  const { charge, chargeAfter, chargeBefore, chargeClass, isObject, lengthOf, proxies, replace } = tools;
  const { apply, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const { isArray } = Array;
  const { ceil, floor, log2 } = Math;
  const { indexOf } = Array.prototype;

  const lengthOfThis = (self) => lengthOf(self);
  const NO_VALUES = [];
  const from = (position) => (typeof position === "number" && position > 0 ? floor(position) : 0);
  const walked = (index, self, values) => (index < 0 ? lengthOf(self) : index + 1) - from(values[1]);
  const sorting = (self) => lengthOf(self) * ceil(log2(lengthOf(self) + 1));
  const copied = (values) => {
    let steps = 0;
    for (let index = 0; index < values.length; index += 1) steps += lengthOf(values[index]);
    return steps;
  };

  /** Charges every element that is looked at: the search may end early. */
  const chargeVisits = (holder, names) => {
    for (const name of names)
      replace(
        holder,
        name,
        (original) =>
          ({
            method(callback, ...rest) {
              charge(1);
              if (typeof callback !== "function") return apply(original, this, [callback, ...rest]);
              const visit = function (value, key, all) {
                charge(1);
                return apply(callback, this, [value, key, all]);
              };
              return rest.length === 0
                ? apply(original, this, [visit])
                : apply(original, this, [visit, rest[0]]);
            },
          }).method,
      );
  };

  const listNames =
    "copyWithin fill filter forEach join map reduce reduceRight reverse toReversed with toLocaleString";
  for (const list of [Array.prototype, getPrototypeOf(Uint8Array.prototype)]) {
    chargeBefore(list, lengthOfThis, listNames.split(" "));
    chargeBefore(list, sorting, ["sort", "toSorted"]);
    chargeVisits(list, ["find", "findIndex", "findLast", "findLastIndex", "some", "every"]);
    chargeAfter(list, walked, ["indexOf"]);
    chargeAfter(list, (index, self) => (index < 0 ? lengthOf(self) : lengthOf(self) - index), [
      "lastIndexOf",
    ]);
    chargeAfter(list, lengthOf, ["slice"]);
  }
  chargeBefore(Array.prototype, lengthOfThis, ["shift"]);
  chargeBefore(Array.prototype, (self, values) => lengthOf(self) + values.length, [
    "unshift",
    "splice",
    "toSpliced",
  ]);
  chargeBefore(Array.prototype, (self, values) => lengthOf(self) + copied(values), ["concat"]);
  chargeBefore(Array.prototype, (self, values) => values.length, ["push"]);
  chargeAfter(Array.prototype, (result, self) => lengthOf(result) + lengthOf(self), ["flat", "flatMap"]);
  chargeAfter(Array.prototype, lengthOf, ["join"]);
  chargeAfter(Array, lengthOf, ["from", "of"]);

  replace(
    Array.prototype,
    "includes",
    (original) =>
      ({
        method(...values) {
          const wanted = values[0];
          // Where both find the same, `indexOf` tells where. Else it counts as looked for everywhere.
          const isTold = wanted !== undefined && wanted === wanted && !proxies.has(this) && isArray(this);
          const found = apply(isTold ? indexOf : original, this, values);
          charge(1 + walked(isTold ? found : -1, this, values));
          return isTold ? found >= 0 : found;
        },
      }).method,
  );

  const typed = getPrototypeOf(Uint8Array);
  chargeBefore(typed.prototype, (self) => lengthOf(self), ["includes"]);
  chargeBefore(typed.prototype, (self, values) => lengthOf(values[0]), ["set"]);
  chargeAfter(typed, lengthOf, ["from", "of"]);
  for (const name of Reflect.ownKeys(globalThis)) {
    const Class = getOwnPropertyDescriptor(globalThis, name).value;
    if (typeof Class === "function" && getPrototypeOf(Class) === typed) chargeClass(name, lengthOf);
  }
  const bytesIn = (value) => (isObject(value) ? value.byteLength : 0);
  chargeClass("ArrayBuffer", (made) => made.byteLength);
  chargeAfter(ArrayBuffer.prototype, bytesIn, ["slice", "transfer", "transferToFixedLength"]);

  // Whatever spreads, destructures or collects goes through these.
  const iterators = [[][Symbol.iterator](), ""[Symbol.iterator](), new Map().keys(), new Set().keys()];
  for (const iterator of iterators)
    replace(
      getPrototypeOf(iterator),
      "next",
      (original) =>
        ({
          next() {
            charge(1);
            return apply(original, this, NO_VALUES);
          },
        }).next,
    );
};
