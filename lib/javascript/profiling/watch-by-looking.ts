import type { JavaScriptProcess } from "../javascript-process";
import { mark, MARK_KINDS } from "./mark";
import { lineVariable } from "./mark-program";
import { markMachine } from "./marked-machine";
import { openSampler } from "./sampler";
import type { Watch } from "./watch";

const INTERVAL_MS = 2;

/**
 * Looks every few milliseconds at what the files do that a fresh machine evaluates from now on. The engine lets us look
 * only where a loop begins another turn or something is called: so what a loop does itself is told as the line of the
 * loop, a short function without loops and calls as its caller, and built-ins that may take long are looked at as they
 * return.
 */
export function watchByLooking({ machine, kernel }: Pick<JavaScriptProcess, "machine" | "kernel">): Watch {
  const { context } = machine;
  // While a program waits, nothing of it runs.
  const nowMs = () => performance.now() - kernel.meters.waitedMs();
  const marked = markMachine(machine, { density: "sparse", take });
  const sampler = openSampler(marked.index, { locate: marked.places.locate, nowMs });
  using made = context.unwrapResult(
    context.evalCode(
      `((Kept) => () => ${lineVariable(marked.marks)} + "\\n" + new Kept().stack)(Error)`,
      "look.guest.js",
      { type: "global" },
    ),
  );
  const look = made.dup();
  let isLooking = false;

  function lookIfDue({ isAtCall, builtIn }: { isAtCall: boolean; builtIn: string | null }) {
    if (isLooking || sampler.sinceLastMs() < INTERVAL_MS) return;
    isLooking = true;
    const seen = context.callFunction(look, context.undefined);
    isLooking = false;
    // The stack or the memory may be full: then the next look has the time of this one.
    if (seen.error !== undefined) return seen.error.dispose();
    const [line = "", ...stack] = seen.value.consume(context.getString).split("\n");
    sampler.add({ stack: stack.join("\n"), loopLine: isAtCall ? -1 : Number(line), builtIn });
  }
  function take(code: number) {
    const kind = code % MARK_KINDS;
    const name = marked.index.builtIns[(code - kind) / MARK_KINDS] ?? null;
    lookIfDue({ isAtCall: true, builtIn: kind === mark.returned ? name : null });
    return 0;
  }
  machine.atTicks(() => lookIfDue({ isAtCall: false, builtIn: null }));

  return {
    begin: sampler.begin,
    profile: sampler.profile,
    close() {
      machine.atTicks(() => {});
      look.dispose();
      marked.close();
    },
  };
}
