"use client";

import { useEffect, useId, useState } from "react";
import { useDeviceWork } from "./device-work";
import { WorkPanel } from "./work-panel";
import styles from "./work-state.module.css";
import { workWord, type WorkWord } from "./work-word";

/** Where the learner's work is, in a word on every page; behind it, what waits and what to do. */
export function WorkState() {
  const state = useDeviceWork();
  const { kind, word } = workWord(state);
  const spoken = useSpoken({ kind, word });
  const panelId = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles["state"]}>
      {/* It changes as one types: read when it is looked for; what matters is spoken below. */}
      <span role="status" aria-live="off" className={styles["word"]} data-kind={kind}>
        {word}
      </span>
      <span className="visually-hidden" aria-live="polite">
        {spoken}
      </span>
      <button type="button" className={styles["button"]} popoverTarget={panelId} title="Your work">
        <span aria-hidden="true">⇅</span>
        <span className="visually-hidden">Your work</span>
      </button>
      <div
        id={panelId}
        popover="auto"
        role="dialog"
        aria-label="Your work"
        className={styles["panel"]}
        onToggle={(event) => setOpen(event.newState === "open")}
      >
        <noscript>
          <p>JavaScript is off: nothing can be written or answered here, and nothing is kept.</p>
        </noscript>
        {isOpen && <WorkPanel state={state} kind={kind} />}
      </div>
    </div>
  );
}

/** Trouble, and the end of it. */
function useSpoken({ kind, word }: WorkWord): string {
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    if (kind === "waiting" || kind === "undecided" || kind === "lost") setSpoken(`Your work: ${word}`);
    if (kind === "saved") setSpoken((before) => (before === "" ? "" : "Your work: saved"));
  }, [kind, word]);
  return spoken;
}
