// Evaluated backstage: gives programs what of Node's `process` means something on this machine.
({ kept, publish, adopt, exitCodeIs, exit }) => {
  let exitCode;

  function setExitCode(code) {
    if (code !== undefined && !(Number.isInteger(code) && code >= 0 && code <= 255))
      throw new kept.TypeError("An exit code is a whole number from 0 to 255.");
    exitCode = code;
    exitCodeIs(code ?? 0);
  }
  const process = {
    get exitCode() {
      return exitCode;
    },
    set exitCode(code) {
      setExitCode(code);
    },
    exit(code = exitCode) {
      setExitCode(code);
      exit();
      // The engine looks every few thousand turns whether it is to end, and then nothing can catch that.
      for (;;);
    },
  };
  const { get, set } = Object.getOwnPropertyDescriptor(process, "exitCode");
  adopt(get);
  adopt(set);
  publish({ process });

  return { process };
};
