import { useCallback, useEffect, useReducer, useRef } from "react";
import { foldInput, foldRun, idleRun, startingRun, type Run } from "@/lib/run/run";
import { nothingMeasured } from "@/lib/run/nothing-measured";
import type { RunEvent } from "@/lib/run/run-event";
import type { RunPlan } from "@/lib/run/run-plan";
import type { RunRequest } from "@/lib/run/run-request";
import { noteCached } from "./cached-machine";
import { pageMachine } from "./page-machine";

type Action =
  | { type: "press" }
  | { type: "clear" }
  | { type: "show"; run: Run }
  | { type: "event"; event: RunEvent }
  | { type: "input"; text: string };

function fold(run: Run, action: Action): Run {
  switch (action.type) {
    case "press":
      return startingRun;
    case "clear":
      return idleRun;
    case "show":
      return action.run;
    case "event":
      return foldRun(run, action.event);
    case "input":
      return foldInput(run, action.text);
    default:
      return action satisfies never;
  }
}

/** What the cell is at: a run, or several in a row. */
type Started = { isStopped: boolean; stop: () => void; input: (text: string) => void };

function newStarted(): Started {
  const started: Started = { isStopped: false, stop: () => (started.isStopped = true), input: () => {} };
  return started;
}

/** One cell's run: at most one at a time, ended when the cell goes away. */
export function useRun() {
  const [run, dispatch] = useReducer(fold, idleRun);
  const current = useRef<Started | null>(null);

  const begin = useCallback(() => {
    current.current?.stop();
    dispatch({ type: "press" });
    const own = newStarted();
    current.current = own;
    return own;
  }, []);

  const start = useCallback(
    (request: RunRequest): Promise<Run> => {
      const own = begin();
      return runOne(own, request, {
        onEvent: (event) => void (current.current === own && dispatch({ type: "event", event })),
        onInput: (text) => dispatch({ type: "input", text }),
      });
    },
    [begin],
  );

  /**
   * Runs what a plan asks for and gives what it found; null where it was stopped. What is shown in the end is the last
   * run that was not watched, or was stopped.
   */
  const follow = useCallback(
    async <Found>(plan: RunPlan<Found>): Promise<Found | null> => {
      const own = begin();
      dispatch({ type: "event", event: { type: "started" } });
      let [last, shown] = [idleRun, idleRun];
      let next = plan.next(last);
      for (; next.done !== true && !own.isStopped; next = plan.next(last)) {
        const request = next.value;
        last = await runOne(own, request, {
          // Nobody is asked while many runs go by: the program hears the end of its input.
          onEvent: ({ type }) => void (type === "input-wanted" && own.input("")),
          onInput: () => {},
        });
        if (request.instrument === undefined || shown === idleRun || own.isStopped) shown = last;
      }
      if (current.current === own) dispatch({ type: "show", run: shown });
      return next.done === true && !own.isStopped ? next.value : null;
    },
    [begin],
  );

  const stop = useCallback(() => current.current?.stop(), []);
  /** Hands a typed line (with its line break) to the program, or "" for the end of input. */
  const input = useCallback((text: string) => current.current?.input(text), []);
  const clear = useCallback(() => {
    current.current?.stop();
    current.current = null;
    dispatch({ type: "clear" });
  }, []);
  useEffect(() => () => current.current?.stop(), []);
  return { run, start, follow, input, stop, clear };
}

async function runOne(
  own: Started,
  request: RunRequest,
  { onEvent, onInput }: { onEvent: (event: RunEvent) => void; onInput: (text: string) => void },
): Promise<Run> {
  let run = startingRun;
  const hear = (event: RunEvent) => {
    run = foldRun(run, event);
    if (event.type === "started" && request.engine === undefined) noteCached(request.language);
    onEvent(event);
  };
  try {
    const machine = await pageMachine();
    await new Promise<void>((resolve) => {
      if (own.isStopped) {
        hear({ type: "stopped", measurement: nothingMeasured });
        return resolve();
      }
      const started = machine.run(request, (event) => {
        hear(event);
        if (event.type === "finished" || event.type === "failed" || event.type === "stopped") resolve();
      });
      own.stop = () => {
        own.isStopped = true;
        started.stop();
      };
      own.input = (text) => {
        run = foldInput(run, text);
        onInput(text);
        started.input(text);
      };
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    hear({ type: "failed", problem: { kind: "unavailable", message }, measurement: nothingMeasured });
  }
  return run;
}
