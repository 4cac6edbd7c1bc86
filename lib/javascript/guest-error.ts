import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten-core";

/** An error thrown by a learner's program. */
export type GuestError = {
  /** As it is said in a line: `TypeError: not a function`. */
  readonly message: string;
  /** The calls that led to it, innermost first, the learner's files only: `    at encrypt (caesar.js:3:5)`. */
  readonly stack: string;
  readonly kind: "raised" | "out-of-memory" | "interrupted";
};

const GUEST_FILE = /\((?:native|[\w-]+\.guest\.js[^)]*)\)|[\w-]+\.guest\.js/;

/** Reads what was thrown without running any of the learner's code on it. */
export function describeError(context: QuickJSContext, error: QuickJSHandle): GuestError {
  const text = (name: string) => {
    using value = context.getProp(error, name);
    return context.typeof(value) === "string" ? context.getString(value) : "";
  };
  if (context.typeof(error) !== "object")
    return {
      message: `Uncaught ${JSON.stringify(context.dump(error)) ?? "undefined"}`,
      stack: "",
      kind: "raised",
    };
  const message = [text("name") || "Error", text("message")].filter((part) => part !== "").join(": ");
  const stack = text("stack")
    .split("\n")
    .filter((line) => line.trim() !== "" && !GUEST_FILE.test(line))
    .map((line) => `    ${line.trim()}`)
    .join("\n");
  return { message, stack, kind: kinds[message] ?? "raised" };
}

const kinds: Record<string, GuestError["kind"] | undefined> = {
  "InternalError: out of memory": "out-of-memory",
  "InternalError: interrupted": "interrupted",
};

/** The line of `path` on which an error was thrown, counted from 1; null when it was thrown elsewhere. */
export function lineOf({ stack }: GuestError, path: string): number | null {
  const place = stack.split("\n").find((line) => line.includes(`${path}:`));
  const line = place?.split(`${path}:`)[1]?.match(/^\d+/)?.[0];
  return line === undefined ? null : Number(line);
}
