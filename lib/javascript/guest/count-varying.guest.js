// Evaluated inside the virtual machine: notices what makes a count another one next time, which is clocks and chance.
(tools) => {
  "use strict";
  const { meter, replace } = tools;
  const { apply, construct, defineProperty, getPrototypeOf, ownKeys, getOwnPropertyDescriptor } = Reflect;

  const vary = (holder, names) => {
    for (const name of names)
      replace(
        holder,
        name,
        (original) =>
          ({
            method(...values) {
              meter.varies = true;
              return apply(original, this, values);
            },
          }).method,
      );
  };
  vary(Math, ["random"]);
  vary(globalThis.performance, ["now"]);
  vary(console, ["timeEnd", "timeLog"]);
  vary(Date, ["now"]);

  replace(globalThis, "Date", (Original) => {
    const Counted = function (...values) {
      if (new.target === undefined || values.length === 0) meter.varies = true;
      if (new.target === undefined) return apply(Original, this, values);
      return construct(Original, values, new.target === Counted ? Original : new.target);
    };
    for (const key of ownKeys(Original))
      if (key !== "name" && key !== "length" && key !== "prototype")
        defineProperty(Counted, key, getOwnPropertyDescriptor(Original, key));
    defineProperty(Counted, "prototype", { value: Original.prototype, writable: false });
    Object.setPrototypeOf(Counted, getPrototypeOf(Original));
    Original.prototype.constructor = Counted;
    return Counted;
  });
};
