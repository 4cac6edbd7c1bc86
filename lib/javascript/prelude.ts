import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from "quickjs-emscripten-core";
import structuredCloneSource from "./guest/structured-clone.guest.js";
import consoleSource from "./guest/console.guest.js";
import filesSource from "./guest/files.guest.js";
import formatSource from "./guest/format.guest.js";
import inspectSource from "./guest/inspect.guest.js";
import keptSource from "./guest/kept.guest.js";
import kindsSource from "./guest/kinds.guest.js";
import layOutSource from "./guest/lay-out.guest.js";
import namesSource from "./guest/names.guest.js";
import pathsSource from "./guest/paths.guest.js";
import promptSource from "./guest/prompt.guest.js";
import publishSource from "./guest/publish.guest.js";
import quoteSource from "./guest/quote.guest.js";
import shapesSource from "./guest/shapes.guest.js";
import showErrorSource from "./guest/show-error.guest.js";
import tableSource from "./guest/table.guest.js";
import textSource from "./guest/text.guest.js";
import timersSource from "./guest/timers.guest.js";
import type { HostFunction } from "./host-function";
import { makeGuest } from "./make-guest";

/** Modules that programs can import, by what the prelude calls what they export. */
export const preludeModules = {
  "node:fs": "fs",
  "node:fs/promises": "fsPromises",
  "node:path": "path",
} as const;

/** In this order: each is given what those before it made. */
const sources = {
  publish: publishSource,
  kinds: kindsSource,
  quote: quoteSource,
  names: namesSource,
  "lay-out": layOutSource,
  "show-error": showErrorSource,
  shapes: shapesSource,
  inspect: inspectSource,
  format: formatSource,
  table: tableSource,
  console: consoleSource,
  timers: timersSource,
  "structured-clone": structuredCloneSource,
  text: textSource,
  files: filesSource,
  paths: pathsSource,
  prompt: promptSource,
} satisfies Record<string, string>;

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
  for (const [name, source] of Object.entries(sources)) {
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
