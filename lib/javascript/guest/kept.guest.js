// Evaluated in the learner's realm before any program: gives the built-ins as they are then, whatever becomes of them.
() => {
  const kept = { __proto__: null, global: globalThis };
  for (const name of Object.getOwnPropertyNames(globalThis)) kept[name] = globalThis[name];
  return kept;
};
