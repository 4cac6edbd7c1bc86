// Evaluated backstage: gives programs the modules `node:fs` and `node:fs/promises`.
(parts) => {
  const { kept, adopt, isObject, later, decodeText } = parts;
  /** The bits of a mode that say what it is, and what they are for a link. */
  const KIND = 0o170_000;
  const LINK = 0o120_000;
  const PROBLEMS = {
    ENOENT: [-2, "no such file or directory"],
    EEXIST: [-17, "file already exists"],
    EXDEV: [-18, "cross-device link not permitted"],
    ENOTDIR: [-20, "not a directory"],
    EISDIR: [-21, "illegal operation on a directory"],
    EINVAL: [-22, "invalid argument"],
    EFBIG: [-27, "file too large"],
    ENOSPC: [-28, "no space left on device"],
    ENAMETOOLONG: [-36, "name too long"],
    ENOTEMPTY: [-39, "directory not empty"],
  };

  function refuse(code, syscall, path, dest) {
    const [errno, text] = PROBLEMS[code];
    const arrow = dest === undefined ? "" : ` -> '${dest}'`;
    const error = new kept.Error(`${code}: ${text}, ${syscall} '${path}'${arrow}`);
    Object.assign(error, { errno, code, syscall, path }, dest === undefined ? {} : { dest });
    throw error;
  }
  /** Does what the machine is asked for by `name`; a refusal names the path and the system call as Node does. */
  function ask(name, syscall, [path, ...values], dest) {
    const { value, refused } = parts[name](path, ...values);
    if (refused !== undefined) refuse(refused, syscall, path, dest);
    return value;
  }

  function pathOf(path) {
    if (typeof path === "string" && !path.includes("\0")) return path;
    const error = new kept.TypeError('The "path" argument must be of type string without null bytes.');
    error.code = "ERR_INVALID_ARG_TYPE";
    throw error;
  }
  const encodingOf = (options) => (typeof options === "string" ? options : (options?.encoding ?? null));

  function requireUtf8(encoding) {
    if (/^utf-?8$/i.test(encoding)) return;
    const error = new kept.TypeError(`The encoding '${encoding}' is not known here: use 'utf8'.`);
    error.code = "ERR_INVALID_ARG_VALUE";
    throw error;
  }
  function read(path, options) {
    const encoding = encodingOf(options);
    if (encoding !== null) {
      requireUtf8(encoding);
      return ask("readText", "open", [pathOf(path)]).join("\0");
    }
    const held = new Uint8Array(ask("readBytes", "open", [pathOf(path)]));
    const copy = new kept.Uint8Array(held.length);
    Uint8Array.prototype.set.call(copy, held);
    // Node's buffers are texts to whoever asks for one.
    Object.defineProperty(copy, "toString", {
      value: adopt((encoding = "utf8") => {
        requireUtf8(encoding);
        return decodeText(copy);
      }),
      writable: true,
      configurable: true,
    });
    return copy;
  }

  function write(path, content, how) {
    if (ArrayBuffer.isView(content)) {
      const bytes = new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
      ask("writeBytes", "open", [pathOf(path), how, bytes.slice().buffer]);
    } else if (typeof content === "string")
      ask("writeText", "open", [pathOf(path), how, ...content.split("\0")]);
    else {
      const error = new kept.TypeError('The "data" argument must be a string or a typed array.');
      error.code = "ERR_INVALID_ARG_TYPE";
      throw error;
    }
  }
  const ways = { w: "write", wx: "create", a: "append" };

  /** An object whose methods are not shown where it is printed. */
  function withMethods(methods, values) {
    const made = adopt(methods);
    for (const name of Object.keys(made)) Object.defineProperty(made, name, { enumerable: false });
    return Object.assign(made, values);
  }
  const entryOf = (parentPath, { name, isFolder, isFile }) =>
    withMethods({ isDirectory: () => isFolder, isFile: () => isFile }, { name, parentPath });
  const array = (items) => {
    const made = new kept.Array(items.length);
    for (const [index, item] of items.entries()) made[index] = item;
    return made;
  };
  function list(path, options) {
    const entries = ask("listFolder", "scandir", [pathOf(path)]);
    if (isObject(options) && options.withFileTypes)
      return array(entries.map((entry) => entryOf(path, entry)));
    return array(entries.map(({ name }) => name));
  }

  function stat(path) {
    const { isFolder, isFile, size, mode, modifiedMs, createdMs } = ask("fileAttributes", "stat", [
      pathOf(path),
    ]);
    const methods = {
      isDirectory: () => isFolder,
      isFile: () => isFile,
      isSymbolicLink: () => (mode & KIND) === LINK,
    };
    return withMethods(methods, {
      mode,
      size,
      mtimeMs: modifiedMs,
      birthtimeMs: createdMs,
      mtime: new kept.Date(modifiedMs),
      birthtime: new kept.Date(createdMs),
    });
  }

  const operations = {
    readFile: (path, options = undefined) => read(path, options),
    writeFile: (path, content, options = undefined) => write(path, content, ways[options?.flag] ?? "write"),
    appendFile: (path, content, options = undefined) => write(path, content, ways[options?.flag] ?? "append"),
    readdir: (path, options = undefined) => list(path, options),
    mkdir: (path, options = undefined) => {
      ask("makeFolder", "mkdir", [pathOf(path), isObject(options) && Boolean(options.recursive)]);
    },
    rm: (path, options = undefined) => {
      ask("removeFile", "rm", [pathOf(path), Boolean(options?.recursive), Boolean(options?.force)]);
    },
    rmdir: (path) => void ask("removeFolder", "rmdir", [pathOf(path)]),
    unlink: (path) => void ask("removeFile", "unlink", [pathOf(path), false, false]),
    stat: (path) => stat(path),
    rename: (from, to) => void ask("renameFile", "rename", [pathOf(from), pathOf(to)], to),
  };
  const copyMs = (from, to) => ask("copyMs", "copyfile", [pathOf(from)], pathOf(to));
  const copy = (from, to) => void ask("copyFile", "copyfile", [from, to], to);

  const promised =
    (perform) =>
    async (...values) =>
      perform(...values);
  /** A promise of the learner's realm that ends as ours does. */
  const asTheirs = (name, length, perform) => {
    const method = (...values) =>
      new kept.Promise((resolve, reject) => void perform(...values).then(resolve, reject));
    Object.defineProperty(method, "name", { value: name, configurable: true });
    return Object.defineProperty(method, "length", { value: length, configurable: true });
  };
  const promises = { __proto__: null };
  for (const [name, perform] of Object.entries(operations))
    promises[name] = asTheirs(name, perform.length, promised(perform));
  promises.copyFile = asTheirs("copyFile", 2, async (from, to) => {
    const waitMs = copyMs(from, to);
    parts.beginCopy(waitMs);
    try {
      await new Promise((resolve) => later(resolve, waitMs));
      copy(from, to);
    } finally {
      parts.endCopy();
    }
  });
  promises.access = asTheirs(
    "access",
    1,
    async (path) => void ask("fileAttributes", "access", [pathOf(path)]),
  );

  const files = { __proto__: null };
  for (const [name, perform] of Object.entries(operations)) {
    files[`${name}Sync`] = perform;
    Object.defineProperty(perform, "name", { value: `${name}Sync` });
  }
  files.existsSync = (path) => typeof path === "string" && parts.fileExists(path).value === true;
  files.copyFileSync = (from, to) => {
    parts.waitForDisk(copyMs(from, to));
    copy(from, to);
  };
  files.promises = adopt({ ...promises });
  return { fs: files, fsPromises: files.promises };
};
