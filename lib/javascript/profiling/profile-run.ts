import type { RunRequest } from "@/lib/run/run-request";
import type { JavaScriptProcess } from "../javascript-process";
import { watchByLooking } from "./watch-by-looking";
import { watchExactly } from "./watch-exactly";

const watches = {
  deterministic: ({ machine }: JavaScriptProcess) => watchExactly(machine),
  sampling: watchByLooking,
};

/**
 * Watches a run whose request wants a profile: from `begin` to `end`, which tells it. Only the program's own process
 * is watched, not the workers of its pools. A program that throws, or is interrupted, has a profile too.
 */
export function profileRun(process: JavaScriptProcess, { instrument }: RunRequest) {
  const watch = instrument?.kind === "profile" ? watches[instrument.mode](process) : null;
  return {
    begin: () => watch?.begin(),
    end() {
      if (watch === null) return;
      process.send({ type: "profile", profile: watch.profile() });
      watch.close();
    },
  };
}
