import { useEffect, useState } from "react";
import type { SimulationSettings } from "@/lib/simulate/settings";
import { NOTHING_YET, openWatchedRun, type RunSoFar, STRETCHES_PER_MINUTE } from "@/lib/simulate/watched-run";

/** Between two stretches, so that a run of ten simulated minutes is over in nine seconds. */
const LIVE_STEP_MS = 150;

type Mode = "paused" | "live" | "by a minute";

export type WatchedRunOnPage = {
  readonly run: RunSoFar;
  readonly isRunning: boolean;
  /** Goes on, or from the beginning once a run is done. */
  readonly start: () => void;
  /** Lets a simulated minute pass and shows what it brought, with nothing between. */
  readonly advanceMinute: () => void;
  readonly pause: () => void;
  /** Back to the beginning, with these settings from now on. */
  readonly restart: (settings: SimulationSettings) => void;
};

/** A run that goes on while it is started and seen, a stretch at a time, and has no timer otherwise. */
export function useWatchedRun(first: SimulationSettings, isSeen: boolean): WatchedRunOnPage {
  const [settings, setSettings] = useState(first);
  const [opened, setOpened] = useState(() => openWatchedRun(first));
  const [run, setRun] = useState(NOTHING_YET);
  const [mode, setMode] = useState<Mode>("paused");

  useEffect(() => {
    if (mode === "paused" || !isSeen) return undefined;
    let left = STRETCHES_PER_MINUTE;
    // Each stretch is a task of its own, also when only the last of a minute is shown: none holds up the page.
    const timer = setInterval(
      () => {
        const next = opened.advance();
        left -= 1;
        const isEnd = next.isDone || (mode === "by a minute" && left === 0);
        if (mode === "live" || isEnd) setRun(next);
        if (!isEnd) return;
        // Now: the effect ends only after the picture was drawn, and another minute may have gone by until then.
        clearInterval(timer);
        setMode("paused");
      },
      mode === "live" ? LIVE_STEP_MS : 0,
    );
    return () => clearInterval(timer);
  }, [mode, isSeen, opened]);

  const open = (settings: SimulationSettings) => {
    setOpened(openWatchedRun(settings));
    setRun(NOTHING_YET);
  };
  const goOn = (mode: Mode) => {
    if (run.isDone) open(settings);
    setMode(mode);
  };
  return {
    run,
    isRunning: mode !== "paused",
    start: () => goOn("live"),
    advanceMinute: () => goOn("by a minute"),
    pause: () => setMode("paused"),
    restart: (settings) => {
      setSettings(settings);
      open(settings);
    },
  };
}
