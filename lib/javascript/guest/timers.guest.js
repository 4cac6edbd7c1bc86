// Evaluated inside the virtual machine: gives it setTimeout and its kin, and the host a way to run what is due.
(now) => {
  const timers = new Map();
  let lastId = 0;

  const add = (callback, delayMs, everyMs, values) => {
    if (typeof callback !== "function") throw new TypeError("A timer needs a function to call.");
    lastId += 1;
    timers.set(lastId, { callback, values, dueMs: now() + delayMs, everyMs });
    return lastId;
  };
  const delayOf = (delayMs) => Math.max(1, Number(delayMs) || 0);

  globalThis.setTimeout = (callback, delayMs, ...values) => add(callback, delayOf(delayMs), null, values);
  globalThis.setInterval = (callback, delayMs, ...values) =>
    add(callback, delayOf(delayMs), delayOf(delayMs), values);
  globalThis.setImmediate = (callback, ...values) => add(callback, 0, null, values);
  globalThis.clearTimeout = globalThis.clearInterval = (id) => void timers.delete(id);
  globalThis.queueMicrotask = (callback) => void Promise.resolve().then(callback);

  const next = () => {
    let soonest = null;
    for (const [id, timer] of timers)
      if (soonest === null || timer.dueMs < soonest.timer.dueMs) soonest = { id, timer };
    return soonest;
  };

  return {
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
  };
};
