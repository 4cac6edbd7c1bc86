import type { QuickJSContext } from "quickjs-emscripten-core";

/** The function that a guest file is: it holds one expression behind its comment. */
export const makeGuest = (realm: QuickJSContext, source: string, name: string) =>
  realm.evalCode(`(${source.trim().replace(/;$/, "")})`, `${name}.guest.js`, { type: "global" });
