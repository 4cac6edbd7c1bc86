import type { QuickJSHandle } from "quickjs-emscripten-core";

/** A function of ours that guest files call; what it gives is theirs. */
export type HostFunction = (...values: QuickJSHandle[]) => QuickJSHandle | void;
