// Evaluated inside the virtual machine: notices what makes a count another one next time, which is clocks and chance.
(tools) => {
  "use strict";
  const { meter, replace, replaceClass } = tools;
  const { apply } = Reflect;

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

  replaceClass("Date", (made, values) => {
    if (made === undefined || values.length === 0) meter.varies = true;
  });
};
