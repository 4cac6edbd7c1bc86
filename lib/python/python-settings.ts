/** With no packages, the lock file that Pyodide would fetch has nothing to say. */
export const LOCK_FILE = JSON.stringify({
  info: {
    abi_version: "2026_0",
    arch: "wasm32",
    platform: "emscripten_5_0_3",
    python: "3.14.0",
    version: "314.0.7",
  },
  packages: {},
});

/** A fixed hash seed makes sets iterate, and so work be counted, the same way every time. */
export const PYTHON_ENVIRONMENT = { HOME: "/home/learner", PYTHONHASHSEED: "0" };
