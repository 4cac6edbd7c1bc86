import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from "quickjs-emscripten-core";
import keptSource from "./guest/kept.guest.js";
import type { HostFunction } from "./host-function";
import { makeGuest } from "./make-guest";
import { machineSources, printingSources } from "./prelude-sources";

/** Modules that programs can import, by what the prelude calls what they export. */
export const preludeModules = {
  "node:fs": "fs",
  "node:fs/promises": "fsPromises",
  "node:path": "path",
  "node:process": "process",
} as const;

/**
 * Gives a learner's realm what the language itself does not have, such as `console`. All of it is made **backstage**, in
 * a second realm of the same runtime: whatever a program does to its built-ins, the prelude's own stay as they were.
 */
export function openPrelude({
  runtime,
  context,
  host,
}: {
  runtime: QuickJSRuntime;
  /** The learner's realm. */
  context: QuickJSContext;
  /** What the prelude is given of ours, made with the backstage realm. */
  host: (backstage: QuickJSContext) => Record<string, HostFunction>;
}) {
  const backstage = runtime.newContext();
  const make = (realm: QuickJSContext, name: string, source: string) =>
    realm.unwrapResult(makeGuest(realm, source, name));
  const call = (callee: QuickJSHandle, ...values: QuickJSHandle[]) =>
    backstage.unwrapResult(backstage.callFunction(callee, backstage.undefined, ...values));

  const parts = backstage.newObject();
  using keep = make(context, "kept", keptSource);
  using kept = context.unwrapResult(context.callFunction(keep, context.undefined));
  backstage.setProp(parts, "kept", kept);
  for (const [name, hostFunction] of Object.entries(host(backstage))) {
    using handle = backstage.newFunction(name, hostFunction);
    backstage.setProp(parts, name, handle);
  }
  using assign = backstage.unwrapResult(backstage.evalCode("Object.assign"));
  for (const [name, source] of Object.entries({ ...printingSources, ...machineSources })) {
    using made = make(backstage, name, source);
    using found = call(made, parts);
    call(assign, parts, found).dispose();
  }

  const adopt = backstage.getProp(parts, "adopt");

  return {
    /** What one of the sources made. */
    part: (name: string) => backstage.getProp(parts, name),
    /** The same, as if it were the learner's. */
    adopted(name: string) {
      using object = backstage.getProp(parts, name);
      return call(adopt, object);
    },
    dispose() {
      adopt.dispose();
      parts.dispose();
      backstage.dispose();
    },
  };
}
