// Evaluated inside the virtual machine: gives the marks that a rewritten program names, and `toString` an honest look.
// `cell` are two numbers that the host reads and writes whenever the clock is read, which is the fastest way out of here.
(cell, kinds, restorePlaces, originalText) => {
  "use strict";
  const { now } = Date;
  const { assign, defineProperty, getOwnPropertyDescriptor } = Object;
  const { apply } = Reflect;
  const { isError } = Error;
  const { PAUSE, RESUME, LEAVE, KINDS } = kinds;

  const mark = (code) => {
    cell[0] = code;
    now();
  };
  assign(mark, {
    /** A function that may wait begins: gives what names this call of it. */
    start(code) {
      mark(code);
      return { resume: cell[1] * KINDS + RESUME, isOn: true };
    },
    stop(token) {
      if (!token.isOn) return;
      token.isOn = false;
      mark(LEAVE);
    },
    pause(token, value) {
      if (token.isOn) {
        token.isOn = false;
        mark(PAUSE);
      }
      return value;
    },
    resume(token, value) {
      if (!token.isOn) {
        token.isOn = true;
        mark(token.resume);
      }
      return value;
    },
    call(code, value) {
      cell[0] = code;
      now();
      return value;
    },
    returned(value, code) {
      cell[0] = code;
      now();
      return value;
    },
    /** Gives an error the places of the learner's file. */
    fix(error) {
      // Asking anything else, such as a proxy, would be seen by the program.
      if (!isError(error)) return error;
      const stack = getOwnPropertyDescriptor(error, "stack");
      if (typeof stack?.value !== "string" || !stack.configurable) return error;
      const value = restorePlaces(stack.value);
      if (value !== stack.value) defineProperty(error, "stack", { ...stack, value });
      return error;
    },
  });

  const { toString } = Function.prototype;
  const shown = {
    toString() {
      return this === shown ? apply(toString, toString, []) : originalText(apply(toString, this, []));
    },
  }.toString;
  defineProperty(Function.prototype, "toString", {
    ...getOwnPropertyDescriptor(Function.prototype, "toString"),
    value: shown,
  });
  return mark;
};
