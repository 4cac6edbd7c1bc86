// Evaluated inside the virtual machine: gives what programs import as `node:child_process` and `node:util`, and the
// host a way to say that a command has ended.
(door) => {
  const { parse, stringify } = JSON;
  const { isArray } = Array;
  const custom = Symbol.for("nodejs.util.promisify.custom");
  const callbacks = new Map();
  const LATIN = /^(?:latin1|binary|ascii|hex|base64(?:url)?|utf-?16le|ucs-?2)$/i;
  let lastId = 0;

  /** What Node takes in several forms: the arguments and the options may each be left out. */
  function given(file, values) {
    if (typeof file !== "string" || file === "")
      throw new TypeError(
        `A command is named by text that is not empty, not by ${file === "" ? "''" : typeof file}.`,
      );
    const rest = [...values];
    const callback = typeof rest.at(-1) === "function" ? rest.pop() : undefined;
    const words = isArray(rest[0]) ? rest.shift().map(String) : [];
    const options = rest.find((value) => typeof value === "object" && value !== null) ?? {};
    if (options.cwd !== undefined && !["/home/learner", ".", "./"].includes(options.cwd))
      throw new Error(
        "The machine's commands run in the home folder: leave `cwd` out and write longer paths.",
      );
    if (options.shell)
      throw new Error("There is no shell here: leave `shell` out, and give each word of its own.");
    if (options.encoding !== undefined && LATIN.test(options.encoding))
      throw new TypeError(`The encoding '${options.encoding}' is not known here: use 'utf8'.`);
    return { file, words, options, callback };
  }

  function notFound(file, words) {
    const error = new Error(`spawn ${file} ENOENT`);
    return Object.assign(error, {
      errno: -2,
      code: "ENOENT",
      syscall: `spawn ${file}`,
      path: file,
      spawnargs: words,
    });
  }

  /** The error for a command that has failed; null for one that has not. */
  function failureOf(file, words, { exitCode, stderr }) {
    if (exitCode === 0) return null;
    const cmd = [file, ...words].join(" ");
    const error = new Error(`Command failed: ${cmd}\n${stderr}`);
    return Object.assign(error, { code: exitCode, killed: false, signal: null, cmd });
  }

  function execFile(file, ...values) {
    const { words, callback = () => {} } = given(file, values);
    lastId += 1;
    const id = lastId;
    const fails = notFound(file, words);
    if (door.start(id, stringify([file, ...words])))
      callbacks.set(id, (ended) => callback(failureOf(file, words, ended), ended.stdout, ended.stderr));
    else
      Promise.resolve().then(() =>
        callback(Object.assign(fails, { cmd: [file, ...words].join(" ") }), "", ""),
      );
  }

  const promised = (file, ...values) =>
    new Promise((resolve, reject) => {
      execFile(file, ...values, (error, stdout, stderr) => {
        if (error === null) resolve({ stdout, stderr });
        else reject(Object.assign(error, { stdout, stderr }));
      });
    });
  Object.defineProperty(execFile, custom, { value: promised });

  /** As text where an encoding is named, else as bytes. */
  const asAsked = (text, { encoding }) =>
    encoding === undefined || encoding === null || encoding === "buffer" ? door.bytes(stringify(text)) : text;

  function spawnSync(file, ...values) {
    const { words, options } = given(file, values);
    const answer = door.run(stringify([file, ...words]));
    if (answer === undefined)
      return {
        error: notFound(file, words),
        pid: 0,
        status: null,
        signal: null,
        output: null,
        stdout: null,
        stderr: null,
      };
    const ended = parse(answer);
    const [stdout, stderr] = [asAsked(ended.stdout, options), asAsked(ended.stderr, options)];
    return { pid: 0, status: ended.exitCode, signal: null, output: [null, stdout, stderr], stdout, stderr };
  }

  function execFileSync(file, ...values) {
    const { words, options } = given(file, values);
    const answer = door.run(stringify([file, ...words]));
    if (answer === undefined) throw notFound(file, words);
    const ended = parse(answer);
    // Node lets a failing command be heard, unless it is told where else its errors go.
    if (options.stdio === undefined && ended.stderr !== "") door.complain(stringify(ended.stderr));
    const failure = failureOf(file, words, ended);
    const [stdout, stderr] = [asAsked(ended.stdout, options), asAsked(ended.stderr, options)];
    if (failure === null) return stdout;
    throw Object.assign(failure, { status: ended.exitCode, stdout, stderr });
  }

  function promisify(original) {
    if (typeof original !== "function")
      throw new TypeError('The "original" argument must be of type function.');
    if (original[custom] !== undefined) return original[custom];
    return function (...values) {
      return new Promise((resolve, reject) => {
        Reflect.apply(original, this, [
          ...values,
          (error, value) => (error ? reject(error) : resolve(value)),
        ]);
      });
    };
  }
  promisify.custom = custom;

  return {
    childProcess: { execFile, execFileSync, spawnSync },
    util: { promisify },
    /** A command that was started has ended. */
    ended(id, answer) {
      const callback = callbacks.get(id);
      callbacks.delete(id);
      callback(parse(answer));
    },
  };
};
