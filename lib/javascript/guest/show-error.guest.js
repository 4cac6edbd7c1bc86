// Evaluated backstage: writes an error with the calls that led to it, the learner's files only.
({ restorePlaces }) => {
  const OURS = /\(native\)|[\w-]+\.guest\.js/;
  const callsOf = (stack) =>
    restorePlaces(String(stack))
      .split("\n")
      .filter((line) => line.trim() !== "" && !OURS.test(line))
      .map((line) => `    ${line.trim()}`);

  const read = (value, name) => {
    const held = value[name];
    return typeof held === "string" ? held : "";
  };

  return {
    callsOf,
    /** What stands before an error's own properties; `constructor` is the name of its class. */
    showError: (error, constructor) => {
      const name = read(error, "name") || "Error";
      const className = constructor === null ? name : constructor;
      // A class that did not set a name of its own is known by its class.
      const isOwn = Object.hasOwn(error, "name");
      const called = !isOwn && className.endsWith("Error") ? className : name;
      const message = read(error, "message");
      const head = message === "" ? called : `${called}: ${message}`;
      const calls = callsOf(read(error, "stack"));
      return calls.length === 0 ? `[${head}]` : [head, ...calls].join("\n");
    },
    /** An error's properties that are told beside its message and calls. */
    errorKeys: (error, keys) => {
      const told = keys.filter(
        (key) => !["name", "message", "stack", "fileName", "lineNumber"].includes(key),
      );
      for (const name of ["cause", "errors"])
        if (Object.hasOwn(error, name) && !told.includes(name)) told.push(name);
      return told;
    },
  };
};
