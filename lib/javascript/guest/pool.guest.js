// Evaluated inside the virtual machine: gives it `Pool` and `isMain`, and the host what it calls when another process
// has answered, when one has ended, and in a worker when there is something to do.
(door, { encode, decode }) => {
  const { stringify, parse } = JSON;
  const { defineProperty } = Object;
  const { isInteger } = Number;
  const NAME = /^[A-Za-z_$][\w$]*$/;
  const CHUNKS_PER_WORKER = 4;
  const poolOf = new Map();
  const pools = new Set();
  let own = { isMain: false, isWorker: false, pid: 0, cpuCount: 1, file: "the program" };

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

  /** An error of another process, with the lines that led to it there, then those that led to it here. */
  function failureOf(thrown, pid, askedBy) {
    if (!(thrown instanceof Error)) return thrown;
    const lines = [learnersLines(thrown.stack), `    in process ${pid}, asked by`, askedBy];
    return setStack(thrown, lines.filter((line) => line !== "").join("\n"));
  }

  function requireChunkSize(chunkSize) {
    if (!isInteger(chunkSize) || chunkSize < 1)
      throw new RangeError(`\`chunkSize\` has to be a whole number of at least 1, not ${String(chunkSize)}.`);
    return chunkSize;
  }

  /** What a worker is to be told: the function's name, and its arguments or the items to call it with one by one. */
  function message(name, isOneCall, values, path, firstIndex) {
    const { text, buffers } = encode(values, path, firstIndex);
    return { text: `[${stringify(name)},${isOneCall},${text}]`, buffers };
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
      const askedBy = learnersLines(new Error().stack);
      const list = [...items];
      const results = new Array(list.length);
      if (list.length === 0) return results;
      const length = requireChunkSize(chunkSize ?? Math.ceil(list.length / (this.#size * CHUNKS_PER_WORKER)));
      const { promise, resolve, reject } = Promise.withResolvers();
      let left = Math.ceil(list.length / length);
      let failure = null;
      const settle = () => {
        left -= 1;
        if (left > 0) return;
        if (failure === null) resolve(results);
        else reject(failure.thrown);
      };
      const chunks = [];
      for (let from = 0; from < list.length; from += length)
        chunks.push({
          ...message(name, false, list.slice(from, from + length), "items", from),
          askedBy,
          done(values) {
            for (let index = 0; index < values.length; index += 1) results[from + index] = values[index];
            settle();
          },
          failed(thrown) {
            failure ??= { thrown };
            settle();
          },
        });
      let given = 0;
      this.#add({
        next: () => (given < chunks.length ? chunks[given++] : null),
        failed(thrown) {
          for (; given < chunks.length; given += 1) chunks[given].failed(thrown);
        },
      });
      return promise;
    }

    /** Calls the function once; gives its result. */
    async submit(fn, ...values) {
      const name = this.#open(fn);
      const { promise, resolve, reject } = Promise.withResolvers();
      let chunk = {
        ...message(name, true, values, "arguments"),
        askedBy: learnersLines(new Error().stack),
        done: resolve,
        failed: reject,
      };
      this.#add({
        next() {
          const next = chunk;
          chunk = null;
          return next;
        },
        failed: reject,
      });
      return promise;
    }

    /** The results one by one, in the order of the items, each as soon as it and those before it are there. */
    imap(fn, items, options) {
      return this.#iterate(fn, items, { ...options, isOrdered: true });
    }

    /** The results one by one, whichever is there first. */
    imapUnordered(fn, items, options) {
      return this.#iterate(fn, items, { ...options, isOrdered: false });
    }

    #iterate(fn, items, { chunkSize = 1, isOrdered }) {
      const name = this.#open(fn);
      requireChunkSize(chunkSize);
      const askedBy = learnersLines(new Error().stack);
      const iterator = items[Symbol.iterator]();
      const arrived = new Map();
      const wanting = [];
      let taken = 0;
      let chunks = 0;
      let answers = 0;
      let next = 0;
      let isExhausted = false;
      const hand = () => {
        while (wanting.length > 0) {
          if (arrived.has(next)) {
            const { results, thrown } = arrived.get(next);
            if (results !== undefined && results.length > 0) {
              wanting.shift().resolve({ value: results.shift(), done: false });
              if (results.length > 0) continue;
            } else if (results === undefined) wanting.shift().reject(thrown);
            arrived.delete(next);
            next += 1;
          } else if (isExhausted && next === chunks)
            wanting.shift().resolve({ value: undefined, done: true });
          else return;
        }
      };
      const arrive = (index, outcome) => {
        arrived.set(isOrdered ? index : answers, outcome);
        answers += 1;
        hand();
      };
      const exhaust = () => {
        isExhausted = true;
        hand();
        return null;
      };
      const source = {
        next() {
          const values = [];
          while (!isExhausted && values.length < chunkSize) {
            const { value, done } = iterator.next();
            if (done) exhaust();
            else values.push(value);
          }
          if (values.length === 0) return null;
          const index = chunks;
          chunks += 1;
          const from = taken;
          taken += values.length;
          try {
            return {
              ...message(name, false, values, "items", from),
              askedBy,
              done: (results) => arrive(index, { results }),
              failed: (thrown) => arrive(index, { thrown }),
            };
          } catch (thrown) {
            arrive(index, { thrown });
            return exhaust();
          }
        },
        failed(thrown) {
          arrive(chunks, { thrown });
          chunks += 1;
          exhaust();
        },
      };
      this.#add(source);
      return {
        next() {
          const { promise, resolve, reject } = Promise.withResolvers();
          wanting.push({ resolve, reject });
          hand();
          return promise;
        },
        async return(value) {
          isExhausted = true;
          iterator.return?.();
          return { value, done: true };
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
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
    if (isOneCall) return fn(...values);
    const all = [];
    for (let index = 0; index < values.length; index += 1) {
      const result = fn(values[index]);
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
      hide("isMain", own.isMain);
    },
    isWaiting() {
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
