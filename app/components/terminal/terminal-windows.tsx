import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useStored, writeStored } from "@/app/components/cell/stored-value";
import { useWidthPx } from "@/app/components/measure/use-width-px";
import { MachineFile } from "./machine-file";
import { MachinePhase } from "./machine-phase";
import { TerminalWindow } from "./terminal-window";
import styles from "./terminal-windows.module.css";
import type { Linux } from "./use-linux";

/** On less room one window is shown at a time. */
const TABS_BELOW_PX = 600;
const SCREEN_READER_KEY = "lento:terminal-screen-reader";
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The windows of a machine, each with a shell, and how it stands with it. */
export function TerminalWindows({
  linux,
  title,
  windows,
}: {
  readonly linux: Linux;
  readonly title: string;
  readonly windows: number;
}): ReactNode {
  const id = useId();
  const [place, widthPx] = useWidthPx();
  const [chosen, setChosen] = useState(0);
  const tabs = useRef<HTMLDivElement>(null);
  const isScreenReader = useStored(SCREEN_READER_KEY) === "on";
  const isTabbed = windows > 1 && widthPx < TABS_BELOW_PX;
  const all = Array.from({ length: windows }, (_, window) => window);
  const shortName = (window: number) => (windows === 1 ? "Terminal" : `Terminal ${window + 1}`);
  const isShown = linux.phase !== "idle" && linux.phase !== "unavailable";

  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (chosen + step + windows) % windows;
    setChosen(next);
    tabs.current?.querySelectorAll<HTMLElement>('[role="tab"]').item(next).focus();
  };
  return (
    <div ref={place} className={styles["windows"]}>
      <MachinePhase linux={linux} />
      {isTabbed && isShown && (
        <div ref={tabs} role="tablist" aria-label={`Terminals of ${title}`} className={styles["tabs"]}>
          {all.map((window) => (
            <button
              key={window}
              type="button"
              role="tab"
              id={`${id}-tab-${window}`}
              aria-selected={window === chosen}
              aria-controls={`${id}-window-${window}`}
              tabIndex={window === chosen ? 0 : -1}
              onClick={() => setChosen(window)}
              onKeyDown={move}
            >
              {shortName(window)}
            </button>
          ))}
        </div>
      )}
      <div className={styles["grid"]} data-windows={windows} data-shown={isShown} hidden={!isShown}>
        {all.map((window) => (
          <div
            key={window}
            id={`${id}-window-${window}`}
            className={styles["place"]}
            hidden={isTabbed && window !== chosen}
            {...(isTabbed && { role: "tabpanel", "aria-labelledby": `${id}-tab-${window}` })}
          >
            <TerminalWindow
              linux={linux}
              window={window}
              name={`${shortName(window)} of ${title}`}
              shortName={shortName(window)}
              describedBy={`${id}-keys`}
              isScreenReader={isScreenReader}
              takesFocus={() => window === 0 && isFocusNear(place.current)}
            />
          </div>
        ))}
      </div>
      {linux.machine !== null && <MachineFile machine={linux.machine} />}
      <div className={styles["foot"]} hidden={!isShown}>
        <p role="status" className={styles["notice"]}>
          {linux.notice}
        </p>
        <p id={`${id}-keys`} className={styles["told"]}>
          Escape, then Tab leaves the terminal. Ctrl+Shift+C and Ctrl+Shift+V (⌘C and ⌘V on a Mac) copy and
          paste, Ctrl+Shift+F searches.
        </p>
        <label className={styles["switch"]}>
          <input
            type="checkbox"
            role="switch"
            checked={isScreenReader}
            aria-checked={isScreenReader}
            onChange={({ currentTarget: { checked } }) =>
              writeStored(SCREEN_READER_KEY, checked ? "on" : null)
            }
          />
          Screen-reader mode
        </label>
        {linux.image !== null && <a href={linux.image.licences}>What this computer is made of</a>}
      </div>
    </div>
  );
}

/** Whether the learner is at this exercise, so that a terminal may take the focus; a phone would open its keyboard. */
function isFocusNear(place: HTMLElement | null) {
  const { activeElement, body } = document;
  if (matchMedia("(pointer: coarse)").matches) return false;
  return activeElement === body || place?.closest('[role="group"]')?.contains(activeElement) === true;
}
