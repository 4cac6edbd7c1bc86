import type { RunRequest } from "@/lib/run/run-request";
import type { JavaScriptProcess } from "../javascript-process";
import { watchExactly } from "./watch-exactly";

/**
 * Watches a run whose request wants a profile: from `begin` to `end`, which tells it. Only the program's own process
 * is watched, not the workers of its pools. A program that throws, or is interrupted, has a profile too.
 */
export function profileRun({ machine, send }: JavaScriptProcess, { instrument }: RunRequest) {
  const watch = instrument?.kind === "profile" ? watchExactly(machine) : null;
  return {
    begin: () => watch?.begin(),
    end() {
      if (watch === null) return;
      send({ type: "profile", profile: watch.profile() });
      watch.close();
    },
  };
}
