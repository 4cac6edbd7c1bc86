// Evaluated in the machine of an author's check.js, before that: gives its tests what they try the learner's file with.
(door, seed) => {
  const { parse } = JSON;

  class AssertionError extends Error {
    name = "AssertionError";
  }
  globalThis.assert = (condition, sentence) => {
    if (!condition) throw new AssertionError(sentence);
  };

  // mulberry32, by Tommy Ettinger: small, and the same everywhere.
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least, most) => least + Math.floor(next() * (most - least + 1));
  const random = {
    /** From 0 to 1. */
    next,
    /** A whole number, both ends included. */
    integer,
    /** So many of a list, each once, in another order. */
    sample(list, count) {
      const left = [...list];
      return Array.from({ length: count }, () => left.splice(integer(0, left.length - 1), 1)[0]);
    },
  };

  return { random, run: () => parse(door.run()), freshFiles: () => door.freshFiles() };
};
