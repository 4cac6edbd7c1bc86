// Evaluated inside the virtual machine: notes the calls that a worker of a `Pool` makes, where its run has a timeline.
(door) => {
  const { stringify } = JSON;
  const LONGEST_VALUE = 18;
  let isNoting = false;

  /** What a call gives; it is in the timeline where there is one. */
  function noted(name, values, call) {
    if (!isNoting) return call();
    door.beginTask(labelOf(name, values));
    let result;
    try {
      result = call();
    } catch (error) {
      door.endTask();
      throw error;
    }
    if (typeof result?.then !== "function") {
      door.endTask();
      return result;
    }
    return (async () => {
      try {
        return await result;
      } finally {
        door.endTask();
      }
    })();
  }

  /** As `ask("shop", …)`. */
  function labelOf(name, [first, ...more]) {
    const isPlain = typeof first === "number" || (typeof first === "string" && first.length <= LONGEST_VALUE);
    const shown = isPlain ? stringify(first) : first === undefined ? "" : "…";
    return `${name}(${shown}${isPlain && more.length > 0 ? ", …" : ""})`;
  }

  return { noted, noteTasks: () => void (isNoting = true) };
};
