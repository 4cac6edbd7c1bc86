import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten-core";

/** A text goes into the machine and out of it as what stands between its NULs: the engine's own texts end there. */
const NUL = "\0";

/** The text whose pieces a guest function handed over. */
export const joinPieces = (realm: QuickJSContext, pieces: readonly QuickJSHandle[]) =>
  pieces.map((piece) => realm.getString(piece)).join(NUL);

/** The pieces of a text that a guest function is given. */
export const splitPieces = (text: string) => text.split(NUL);
