import { useCallback, useEffect, useReducer, useRef } from "react";
import { foldRun, idleRun, startingRun, type Run } from "@/lib/run/run";
import type { RunEvent } from "@/lib/run/run-event";
import type { RunRequest } from "@/lib/run/run-request";
import { pageMachine } from "./page-machine";

type Action = { type: "press" } | { type: "clear" } | { type: "event"; event: RunEvent };

function fold(run: Run, action: Action): Run {
  if (action.type === "press") return startingRun;
  return action.type === "clear" ? idleRun : foldRun(run, action.event);
}

/** One cell's run: at most one at a time, ended when the cell goes away. */
export function useRun() {
  const [run, dispatch] = useReducer(fold, idleRun);
  const current = useRef<{ stop: () => void } | null>(null);

  const start = useCallback(async (request: RunRequest): Promise<Run> => {
    current.current?.stop();
    dispatch({ type: "press" });
    let folded = startingRun;
    let stopped = false;
    const own: { stop: () => void } = { stop: () => (stopped = true) };
    current.current = own;
    const onEvent = (event: RunEvent) => {
      folded = foldRun(folded, event);
      if (current.current === own) dispatch({ type: "event", event });
    };
    try {
      const machine = await pageMachine();
      await new Promise<void>((resolve) => {
        if (stopped) {
          onEvent({ type: "stopped", measurement: { wallMs: 0 } });
          return resolve();
        }
        const started = machine.run(request, (event) => {
          onEvent(event);
          if (event.type === "finished" || event.type === "failed" || event.type === "stopped") resolve();
        });
        own.stop = started.stop;
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      onEvent({ type: "failed", problem: { kind: "unavailable", message }, measurement: { wallMs: 0 } });
    }
    return folded;
  }, []);

  const stop = useCallback(() => current.current?.stop(), []);
  const clear = useCallback(() => {
    current.current?.stop();
    current.current = null;
    dispatch({ type: "clear" });
  }, []);
  useEffect(() => () => current.current?.stop(), []);
  return { run, start, stop, clear };
}
