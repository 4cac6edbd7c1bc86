// Evaluated backstage: gives programs setTimeout and its kin, and the host a way to run what is due.
({ kept, publish, now }) => {
  const timers = new Map();
  const resolved = Promise.resolve();
  let lastId = 0;

  const requireFunction = (callback) => {
    if (typeof callback !== "function") throw new kept.TypeError("A timer needs a function to call.");
  };
  const add = (callback, delayMs, everyMs, values) => {
    requireFunction(callback);
    lastId += 1;
    timers.set(lastId, { callback, values, dueMs: now() + delayMs, everyMs });
    return lastId;
  };
  const delayOf = (delayMs) => Math.max(1, Number(delayMs) || 0);
  const clear = (id) => void timers.delete(typeof id === "string" ? Number(id) : id);

  publish({
    setTimeout: (callback, delayMs = 0, ...values) => add(callback, delayOf(delayMs), null, values),
    setInterval: (callback, delayMs = 0, ...values) =>
      add(callback, delayOf(delayMs), delayOf(delayMs), values),
    setImmediate: (callback, ...values) => add(callback, 0, null, values),
    clearTimeout: (id = 0) => clear(id),
    clearInterval: (id = 0) => clear(id),
    clearImmediate: (id = 0) => clear(id),
    queueMicrotask: (callback) => {
      requireFunction(callback);
      void resolved.then(() => {
        try {
          callback();
        } catch (error) {
          // A promise would keep it to itself.
          add(
            () => {
              throw error;
            },
            0,
            null,
            [],
          );
        }
      });
    },
  });

  const next = () => {
    let soonest = null;
    for (const [id, timer] of timers)
      if (soonest === null || timer.dueMs < soonest.timer.dueMs) soonest = { id, timer };
    return soonest;
  };

  return {
    /** For the prelude's own: calls back when so much time has passed. */
    later: (callback, delayMs) => void add(callback, delayMs, null, []),
    timers: {
      /** Milliseconds until the next timer is due; -1 when there is none. */
      untilNextMs() {
        const soonest = next();
        return soonest === null ? -1 : Math.max(0, soonest.timer.dueMs - now());
      },
      runNext() {
        const soonest = next();
        if (soonest === null || soonest.timer.dueMs > now()) return;
        const { id, timer } = soonest;
        if (timer.everyMs === null) timers.delete(id);
        else timer.dueMs = now() + timer.everyMs;
        timer.callback(...timer.values);
      },
    },
  };
};
