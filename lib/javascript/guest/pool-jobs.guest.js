// Evaluated inside the virtual machine: what `Pool` is asked for. A job's `source` gives its chunks one by one, null when
// there are no more; each chunk is what a worker is told, and hears what became of it. A source that will not be asked
// any more hears why by `failed`.
({ encode }, { whereWeAre }) => {
  const { stringify } = JSON;
  const { isInteger } = Number;

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

  function mapJob(name, items, { chunkSize, chunks: most }) {
    const askedBy = whereWeAre();
    const results = new Array(items.length);
    const { promise, resolve, reject } = Promise.withResolvers();
    const length = requireChunkSize(chunkSize ?? Math.max(1, Math.ceil(items.length / most)));
    let left = Math.ceil(items.length / length);
    if (left === 0) resolve(results);
    let failure = null;
    const settle = () => {
      left -= 1;
      if (left > 0) return;
      if (failure === null) resolve(results);
      else reject(failure.thrown);
    };
    const chunks = [];
    for (let from = 0; from < items.length; from += length)
      chunks.push({
        ...message(name, false, items.slice(from, from + length), "items", from),
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
    const source = {
      next() {
        if (given === chunks.length) return null;
        given += 1;
        return chunks[given - 1];
      },
      failed(thrown) {
        for (; given < chunks.length; given += 1) chunks[given].failed(thrown);
      },
    };
    return { source, promise };
  }

  function callJob(name, values) {
    const { promise, resolve, reject } = Promise.withResolvers();
    let chunk = {
      ...message(name, true, values, "arguments"),
      askedBy: whereWeAre(),
      done: resolve,
      failed: reject,
    };
    const source = {
      next() {
        const next = chunk;
        chunk = null;
        return next;
      },
      failed: reject,
    };
    return { source, promise };
  }

  /** Outcomes of chunks, handed to who asks for results one by one. */
  function openResults(onReturn) {
    const arrived = new Map();
    const wanting = [];
    let next = 0;
    let end = Infinity;
    const hand = () => {
      while (wanting.length > 0) {
        const outcome = arrived.get(next);
        if (outcome === undefined) {
          if (next < end) return;
          wanting.shift().resolve({ value: undefined, done: true });
          continue;
        }
        if (outcome.results === undefined) wanting.shift().reject(outcome.thrown);
        else wanting.shift().resolve({ value: outcome.results.shift(), done: false });
        if (outcome.results !== undefined && outcome.results.length > 0) continue;
        arrived.delete(next);
        next += 1;
      }
    };
    const results = {
      next() {
        const { promise, resolve, reject } = Promise.withResolvers();
        wanting.push({ resolve, reject });
        hand();
        return promise;
      },
      async return(value) {
        onReturn();
        return { value, done: true };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
    return {
      results,
      arrive(place, outcome) {
        arrived.set(place, outcome);
        hand();
      },
      endAt(place) {
        end = place;
        hand();
      },
    };
  }

  function iterationJob(name, items, { chunkSize, isOrdered }) {
    requireChunkSize(chunkSize);
    const askedBy = whereWeAre();
    const iterator = items[Symbol.iterator]();
    let taken = 0;
    let chunks = 0;
    let answers = 0;
    let isExhausted = false;
    const { results, arrive, endAt } = openResults(() => {
      isExhausted = true;
      iterator.return?.();
    });
    const settle = (index, outcome) => {
      arrive(isOrdered ? index : answers, outcome);
      answers += 1;
    };
    const exhaust = () => {
      isExhausted = true;
      endAt(chunks);
    };
    const fail = (thrown) => {
      chunks += 1;
      settle(chunks - 1, { thrown });
      exhaust();
    };
    const takeItems = () => {
      const values = [];
      while (!isExhausted && values.length < chunkSize) {
        const { value, done } = iterator.next();
        if (done) isExhausted = true;
        else values.push(value);
      }
      return values;
    };
    const source = {
      next() {
        const values = takeItems();
        if (values.length === 0) {
          endAt(chunks);
          return null;
        }
        const told = message(name, false, values, "items", taken);
        taken += values.length;
        const index = chunks;
        chunks += 1;
        return {
          ...told,
          askedBy,
          done: (answered) => settle(index, { results: answered }),
          failed: (thrown) => settle(index, { thrown }),
        };
      },
      failed: fail,
    };
    return { source, results };
  }

  return { mapJob, callJob, iterationJob };
};
