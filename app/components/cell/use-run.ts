import { useCallback, useEffect, useReducer, useRef } from "react";
import { foldInput, foldRun, idleRun, startingRun, type Run } from "@/lib/run/run";
import { nothingMeasured } from "@/lib/run/nothing-measured";
import type { RunEvent } from "@/lib/run/run-event";
import type { RunRequest } from "@/lib/run/run-request";
import { pageMachine } from "./page-machine";

type Action =
  | { type: "press" }
  | { type: "clear" }
  | { type: "event"; event: RunEvent }
  | { type: "input"; text: string };

function fold(run: Run, action: Action): Run {
  switch (action.type) {
    case "press":
      return startingRun;
    case "clear":
      return idleRun;
    case "event":
      return foldRun(run, action.event);
    case "input":
      return foldInput(run, action.text);
    default:
      return action satisfies never;
  }
}

type Started = { stop: () => void; input: (text: string) => void };

/** One cell's run: at most one at a time, ended when the cell goes away. */
export function useRun() {
  const [run, dispatch] = useReducer(fold, idleRun);
  const current = useRef<Started | null>(null);

  const start = useCallback(async (request: RunRequest): Promise<Run> => {
    current.current?.stop();
    dispatch({ type: "press" });
    let folded = startingRun;
    let stopped = false;
    const own: Started = { stop: () => (stopped = true), input: () => {} };
    current.current = own;
    const onEvent = (event: RunEvent) => {
      folded = foldRun(folded, event);
      if (current.current === own) dispatch({ type: "event", event });
    };
    try {
      const machine = await pageMachine();
      await new Promise<void>((resolve) => {
        if (stopped) {
          onEvent({ type: "stopped", measurement: nothingMeasured });
          return resolve();
        }
        const started = machine.run(request, (event) => {
          onEvent(event);
          if (event.type === "finished" || event.type === "failed" || event.type === "stopped") resolve();
        });
        own.stop = started.stop;
        own.input = (text) => {
          folded = foldInput(folded, text);
          dispatch({ type: "input", text });
          started.input(text);
        };
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      onEvent({ type: "failed", problem: { kind: "unavailable", message }, measurement: nothingMeasured });
    }
    return folded;
  }, []);

  const stop = useCallback(() => current.current?.stop(), []);
  /** Hands a typed line (with its line break) to the program, or "" for the end of input. */
  const input = useCallback((text: string) => current.current?.input(text), []);
  const clear = useCallback(() => {
    current.current?.stop();
    current.current = null;
    dispatch({ type: "clear" });
  }, []);
  useEffect(() => () => current.current?.stop(), []);
  return { run, start, input, stop, clear };
}
