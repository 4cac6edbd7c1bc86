// Evaluated inside the virtual machine: gives it `Pool` and `isMain`, and the host what it calls when another process
// has answered, when one has ended, and in a worker when there is something to do.
(door, { encode, decode }, { setStack, failureOf }, { mapJob, callJob, iterationJob }, notes) => {
  const { stringify, parse } = JSON;
  const { defineProperty } = Object;
  const { isInteger } = Number;
  const NAME = /^[A-Za-z_$][\w$]*$/;
  const CHUNKS_PER_WORKER = 4;
  const poolOf = new Map();
  let isUsed = false;
  const pools = new Set();
  let own = { isMain: false, isWorker: false, pid: 0, cpuCount: 1, file: "the program" };

  /** The name by which another process finds the function; throws where it finds none. */
  function nameOf(fn) {
    if (typeof fn !== "function")
      throw new TypeError(`A Pool needs a function to call, not ${fn === null ? "null" : typeof fn}.`);
    const { name } = fn;
    const remedy = `Write it at the top level of ${own.file}, as \`function name(…) { … }\`, and hand that over.`;
    if (name === "")
      throw new TypeError(
        `A function without a name cannot be sent to another process, which finds functions by their names. ${remedy}`,
      );
    if (!NAME.test(name) || door.find(name) !== fn)
      throw new TypeError(
        `The function \`${name}\` cannot be sent to another process: it is not what the name means at the top level of ${own.file}, where the process would look. ${remedy}`,
      );
    return name;
  }

  class Pool {
    #size;
    // What each worker is at, by its process number; null: nothing.
    #workers = new Map();
    // What has chunks left to give, the oldest first.
    #sources = [];
    #broken = null;
    #state = "open";
    #ended = Promise.withResolvers();

    constructor(size = own.cpuCount) {
      if (own.isWorker)
        throw new Error(
          `A worker cannot start a Pool. Every worker loads ${own.file} too: put what only the program itself is to do under \`if (isMain) { … }\`.`,
        );
      if (!isInteger(size) || size < 1)
        throw new RangeError(`A Pool has a whole number of workers, at least 1, not ${String(size)}.`);
      this.#size = size;
      isUsed = true;
      pools.add(this);
      try {
        for (let count = 0; count < size; count += 1) this.#start();
      } catch (error) {
        this.terminate();
        throw error;
      }
    }

    /** How many workers there are. */
    get size() {
      return this.#size;
    }

    /** Calls the function with each item; gives the results in the order of the items, once all are there. */
    async map(fn, items, { chunkSize } = {}) {
      const name = this.#open(fn);
      const { source, promise } = mapJob(name, [...items], {
        chunkSize,
        chunks: this.#size * CHUNKS_PER_WORKER,
      });
      this.#add(source);
      return promise;
    }

    /** Calls the function once with all that follows; gives its result. */
    async submit(fn, ...values) {
      const { source, promise } = callJob(this.#open(fn), values);
      this.#add(source);
      return promise;
    }

    /** The results one by one, in the order of the items, each as soon as it and those before it are there. */
    imap(fn, items, { chunkSize = 1 } = {}) {
      const { source, results } = iterationJob(this.#open(fn), items, { chunkSize, isOrdered: true });
      this.#add(source);
      return results;
    }

    /** The results one by one, whichever is there first. */
    imapUnordered(fn, items, { chunkSize = 1 } = {}) {
      const { source, results } = iterationJob(this.#open(fn), items, { chunkSize, isOrdered: false });
      this.#add(source);
      return results;
    }

    /** Takes nothing more, finishes what it has, and ends its workers; resolves when they are no more. */
    close() {
      if (this.#state === "open") this.#state = "closing";
      this.#endIfDone();
      return this.#ended.promise;
    }

    /** Ends the workers at once; what they had is rejected. */
    terminate() {
      this.#killAll(new Error("The Pool was terminated before this was done."));
      this.#end();
    }

    isWaiting() {
      if (this.#state === "closing" || this.#sources.length > 0) return true;
      for (const chunk of this.#workers.values()) if (chunk !== null) return true;
      return false;
    }

    received(pid, text, buffers) {
      const chunk = this.#workers.get(pid);
      const [kind, encoded] = parse(text);
      if (kind === "broken") return this.#break(pid, decode(encoded, buffers));
      this.#workers.set(pid, null);
      if (kind === "done") chunk.done(decode(encoded, buffers));
      else chunk.failed(failureOf(decode(encoded, buffers), pid, chunk.askedBy));
      this.#dispatch();
    }

    ended(pid, exitCode) {
      const chunk = this.#workers.get(pid);
      poolOf.delete(pid);
      this.#workers.delete(pid);
      const how = exitCode < 0 ? `was ended by signal ${-exitCode}` : `ended with exit code ${exitCode}`;
      if (chunk !== null) {
        const error = new Error(`Process ${pid} ${how} before it had answered: what it worked on is lost.`);
        chunk.failed(setStack(error, chunk.askedBy));
        if (this.#broken === null && (this.#state === "open" || this.#sources.length > 0)) this.#replace();
      } else if (this.#state === "open") {
        this.#broken ??= new Error(
          `Process ${pid}, a worker of this Pool, ${how} while it had nothing to do.`,
        );
        this.#failSources(this.#broken);
      }
      this.#dispatch();
    }

    #start() {
      const started = door.start();
      if (typeof started === "string") throw new Error(started);
      poolOf.set(started, this);
      this.#workers.set(started, null);
    }

    #replace() {
      try {
        this.#start();
      } catch (error) {
        this.#broken = error;
        if (this.#workers.size === 0) this.#failSources(error);
      }
    }

    /** The name of a function that this Pool is asked to call; throws where it is not to. */
    #open(fn) {
      if (this.#state !== "open")
        throw new Error("This Pool is closed: it takes nothing more. Make another one.");
      if (this.#broken !== null) throw this.#broken;
      return nameOf(fn);
    }

    #add(source) {
      this.#sources.push(source);
      this.#dispatch();
    }

    #take() {
      while (this.#sources.length > 0) {
        const [source] = this.#sources;
        try {
          const chunk = source.next();
          if (chunk !== null) return chunk;
        } catch (error) {
          // The learner's iterator has thrown.
          source.failed(error);
        }
        this.#sources.shift();
      }
      return null;
    }

    #dispatch() {
      for (const [pid, busy] of this.#workers) {
        if (busy !== null) continue;
        const chunk = this.#take();
        if (chunk === null) break;
        this.#workers.set(pid, chunk);
        door.post(pid, chunk.text, ...chunk.buffers);
      }
      this.#endIfDone();
    }

    /** No worker can load the program: nothing will ever be done. */
    #break(pid, problem) {
      this.#broken ??= setStack(
        new Error(`Process ${pid} could not load ${own.file}: ${problem.message}`),
        problem.stack,
      );
      this.#killAll(this.#broken);
      this.#endIfDone();
    }

    #killAll(error) {
      const working = [...this.#workers];
      this.#workers.clear();
      for (const [pid] of working) {
        poolOf.delete(pid);
        door.kill(pid);
      }
      for (const [, chunk] of working) chunk?.failed(error);
      this.#failSources(error);
    }

    #failSources(error) {
      for (const source of this.#sources.splice(0)) source.failed(error);
    }

    #endIfDone() {
      if (this.#state !== "closing" || this.#sources.length > 0) return;
      for (const [pid, chunk] of this.#workers) if (chunk === null) door.finish(pid);
      if (this.#workers.size === 0) this.#end();
    }

    #end() {
      this.#state = "closed";
      pools.delete(this);
      this.#ended.resolve();
    }
  }

  // What only the host calls is no part of what the learner sees.
  const { isWaiting, received, ended } = Pool.prototype;
  for (const name of ["isWaiting", "received", "ended"]) delete Pool.prototype[name];
  const hide = (name, value) =>
    defineProperty(globalThis, name, { value, configurable: true, enumerable: false, writable: true });
  hide("Pool", Pool);
  hide("isMain", false);

  async function results(name, isOneCall, values) {
    const fn = door.find(name);
    if (fn === undefined)
      throw new ReferenceError(
        `There is no function \`${name}\` at the top level of ${own.file} in process ${own.pid}.`,
      );
    if (isOneCall) return notes.noted(name, values, () => fn(...values));
    const all = [];
    for (let index = 0; index < values.length; index += 1) {
      const result = notes.noted(name, [values[index]], () => fn(values[index]));
      all[index] = typeof result?.then === "function" ? await result : result;
    }
    return all;
  }

  function reply(kind, value, path) {
    const { text, buffers } = encode(value, path);
    door.reply(`[${stringify(kind)},${text}]`, ...buffers);
  }

  return {
    /** Who this process is. */
    become(identity) {
      own = parse(identity);
      if (own.notesTasks) notes.noteTasks();
      hide("isMain", own.isMain);
    },
    isWaiting() {
      // Where work is counted, to go through them is work.
      if (!isUsed) return false;
      for (const pool of pools) if (Reflect.apply(isWaiting, pool, [])) return true;
      return false;
    },
    received: (pid, text, ...buffers) => Reflect.apply(received, poolOf.get(pid), [pid, text, buffers]),
    ended: (pid, exitCode) => Reflect.apply(ended, poolOf.get(pid), [pid, exitCode]),
    /** In a worker: does what the program asks for, and answers. */
    async work(text, ...buffers) {
      const [name, isOneCall, encoded] = parse(text);
      try {
        reply("done", await results(name, isOneCall, decode(encoded, buffers)), `the result of ${name}`);
      } catch (error) {
        try {
          reply("failed", error, "the error");
        } catch {
          reply("failed", new Error(String(error?.message ?? error)), "the error");
        }
      }
    },
    /** In a worker: says that it could not load the program. */
    cannotLoad(problem, stack) {
      reply("broken", setStack(new Error(problem), stack), "the error");
    },
  };
};
