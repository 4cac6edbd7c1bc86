import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten-core";

/** An error thrown by a learner's program. */
export type GuestError = {
  /** As it is said in a line: `TypeError: not a function`. */
  readonly message: string;
  /** The calls that led to it, innermost first, the learner's files only: `    at encrypt (caesar.js:3:5)`. */
  readonly stack: string;
  readonly kind: "raised" | "out-of-memory" | "interrupted";
};

const OUT_OF_MEMORY = "InternalError: out of memory";
const GUEST_FILE = /\((?:native|[\w-]+\.guest\.js[^)]*)\)|[\w-]+\.guest\.js/;

/** What the machine knows beside the thrown value itself. */
type Surroundings = {
  readonly inspect: (value: QuickJSHandle) => string;
  readonly isMemoryFull: () => boolean;
};

/** Reads what was thrown; what is no error is shown as it would be printed. */
export function describeError(
  context: QuickJSContext,
  error: QuickJSHandle,
  { inspect, isMemoryFull }: Surroundings,
): GuestError {
  const text = (name: string) => {
    using value = context.getProp(error, name);
    return context.typeof(value) === "string" ? context.getString(value) : "";
  };
  const isNull = context.sameValue(error, context.null);
  // The engine throws null when no memory is left even for its error.
  if (isNull && isMemoryFull()) return { message: OUT_OF_MEMORY, stack: "", kind: "out-of-memory" };
  const isObject = context.typeof(error) === "object" && !isNull;
  if (!isObject || text("message") + text("stack") === "")
    return { message: `Uncaught ${inspect(error)}`, stack: "", kind: "raised" };
  const message = [text("name") || "Error", text("message")].filter((part) => part !== "").join(": ");
  const stack = text("stack")
    .split("\n")
    .filter((line) => line.trim() !== "" && !GUEST_FILE.test(line))
    .map((line) => `    ${line.trim()}`)
    .join("\n");
  return { message, stack, kind: kinds.get(message) ?? "raised" };
}

const kinds = new Map<string, GuestError["kind"]>([
  [OUT_OF_MEMORY, "out-of-memory"],
  ["InternalError: interrupted", "interrupted"],
]);

/** The line of `path` on which an error was thrown, counted from 1; null when it was thrown elsewhere. */
export function lineOf({ stack }: Pick<GuestError, "stack">, path: string): number | null {
  const place = stack.split("\n").find((line) => line.includes(`${path}:`));
  const line = place?.split(`${path}:`)[1]?.match(/^\d+/)?.[0];
  return line === undefined ? null : Number(line);
}
