import type { QuickJSHandle } from "quickjs-emscripten-core";
import type { CheckScript, TestCase } from "@/lib/run/check-plan";
import type { CaseEvidence } from "@/lib/run/evidence";
import { runEventLoop } from "../event-loop";
import attemptSource from "../guest/attempt.guest.js";
import type { GuestError } from "../guest-error";
import type { JavaScriptProcess } from "../javascript-process";
import { timerSource } from "../timer-source";
import type { Outcome } from "../virtual-machine";
import { openAttempt, type Tried } from "./attempt";

const SCRIPT_NAME = "check.js";
const SENTENCE_CHARACTERS = 2_000;
const ASSERTION = "AssertionError: ";

/**
 * An author's `check.js` in a machine of its own, which nothing of the learner's ever enters. Its tests are given an
 * attempt: `run()`, `freshFiles()`, `random`; by `node:fs` they see the files of the learner's machine.
 */
export function openTests(
  process: Pick<JavaScriptProcess, "openGuest" | "isInterrupted" | "kernel">,
  { script, ...tried }: Tried & { script: CheckScript },
) {
  const attempt = openAttempt(process, tried);
  const machine = process.openGuest({ write: () => false, nowMs: () => performance.now() });
  machine.enter({
    files: attempt.files,
    keyboard: { next: () => ({ outcome: "ended" }) },
    disk: { copyMs: () => 0, wait() {}, begin() {}, end() {} },
  });
  const { context } = machine;
  let broken: { readonly error: unknown } | null = null;
  using door = context.newObject();
  const give = (name: string, action: () => QuickJSHandle | void) =>
    context
      .newFunction(name, () => {
        try {
          return action();
        } catch (error) {
          // The script must not catch what no program could have thrown.
          broken = { error };
          throw error;
        }
      })
      .consume((handle) => context.setProp(door, name, handle));
  give("run", () => context.newString(JSON.stringify(attempt.run())));
  give("freshFiles", attempt.freshFiles);
  using seed = context.newNumber(script.seed);
  const given = machine.install(attemptSource, "attempt", door, seed);

  /** Waits for what a promise will be; gives what went wrong. */
  const settle = async (outcome: Outcome): Promise<GuestError | null> => {
    if ("error" in outcome) return outcome.error;
    using last = outcome.value;
    return await waitFor(last);
  };
  const waitFor = (last: QuickJSHandle) =>
    runEventLoop({ ...process, machine, sources: [timerSource(machine)] }, { last });
  const failIfBroken = () => {
    if (broken !== null) throw broken.error;
  };
  const loaded = settle(machine.evaluate({ path: SCRIPT_NAME, code: script.code }));

  return {
    /** What a test says of the learner's file; throws where the engine gave way under that. */
    async judge({ id, test }: TestCase): Promise<CaseEvidence> {
      const problem = (await loaded) ?? (await settle(callTest(test)));
      failIfBroken();
      if (problem === null) return { id, outcome: "equal" };
      const { message } = problem;
      if (message.startsWith(ASSERTION))
        return { id, outcome: "failed", message: message.slice(ASSERTION.length, SENTENCE_CHARACTERS) };
      return { id, outcome: "raised", message: message.slice(0, SENTENCE_CHARACTERS), line: null };
    },
    dispose: machine.dispose,
  };

  function callTest(name: string): Outcome {
    using test = machine.lookUp(name);
    if (test === null || context.typeof(test) !== "function") {
      const message = `There is no function \`${name}\` in ${SCRIPT_NAME}.`;
      return { error: { message, stack: "", kind: "raised" } };
    }
    return machine.call(test, given);
  }
}
