// Evaluated in the learner's realm: makes what a module's names stand for known to the scripts that run after it.
(lookUp, ...names) => {
  for (const name of names) {
    if (Object.hasOwn(globalThis, name)) continue;
    try {
      lookUp(name);
    } catch {
      // It is the name of something else that began a line, in a text or a comment.
      continue;
    }
    Object.defineProperty(globalThis, name, { get: () => lookUp(name), configurable: true });
  }
};
