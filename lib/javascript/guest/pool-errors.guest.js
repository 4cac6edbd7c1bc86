// Evaluated inside the virtual machine: what `Pool` needs to tell where an error was made, and who had asked.
() => {
  const { defineProperty } = Object;
  const isOurs = (line) => /[\w-]+\.guest\.js|\(native\)/.test(line);

  const learnersLines = (stack) =>
    String(stack ?? "")
      .split("\n")
      .filter((line) => line.trim() !== "" && !isOurs(line))
      .join("\n");

  const setStack = (error, stack) => {
    defineProperty(error, "stack", { value: `${stack}\n`, configurable: true, writable: true });
    return error;
  };

  return {
    setStack,
    /** The lines of the program that led here. */
    whereWeAre: () => learnersLines(new Error().stack),
    /** An error of another process, with the lines that led to it there, then those that led to it here. */
    failureOf(thrown, pid, askedBy) {
      if (!(thrown instanceof Error)) return thrown;
      const lines = [learnersLines(thrown.stack), `    in process ${pid}, asked by`, askedBy];
      return setStack(thrown, lines.filter((line) => line !== "").join("\n"));
    },
  };
};
