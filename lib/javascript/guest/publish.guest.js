// Evaluated backstage: gives `adopt` and `publish`, by which what is made there is as if it were born in the learner's realm.
({ kept }) => {
  const adopt = (made) => {
    if (typeof made !== "function") {
      Object.setPrototypeOf(made, kept.Object.prototype);
      for (const name of Reflect.ownKeys(made)) if (typeof made[name] === "function") adopt(made[name]);
      return made;
    }
    Object.setPrototypeOf(made, kept.Function.prototype);
    if (made.prototype === undefined) return made;
    Object.setPrototypeOf(made.prototype, kept.Object.prototype);
    for (const { value, get } of Object.values(Object.getOwnPropertyDescriptors(made.prototype)))
      for (const part of [value, get])
        if (typeof part === "function" && part !== made) Object.setPrototypeOf(part, kept.Function.prototype);
    return made;
  };

  return {
    /** Gives an object or function of ours, and the functions it has, the learner's prototypes. */
    adopt,
    /** Makes what is ours a global of the learner's, one that no loop over the globals meets. */
    publish: (members) => {
      for (const [name, value] of Object.entries(members))
        Object.defineProperty(kept.global, name, {
          value: adopt(value),
          writable: true,
          enumerable: false,
          configurable: true,
        });
    },
  };
};
