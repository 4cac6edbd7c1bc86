"use client";

import { useEffect, useId, useState } from "react";
import { mayHaveWork, onFirstWork } from "@/lib/outbox/first-work";
import { loadDeviceWork, loadedDeviceWork, useDeviceWork } from "./load-device-work";
import styles from "./work-state.module.css";
import { nothingYet, workWord, type WorkWord } from "./work-word";

const fetchPanel = async () => (await import("./work-panel")).WorkPanel;

type Opened = { readonly Panel: Awaited<ReturnType<typeof fetchPanel>> | null };

/** Where the learner's work is, in a word on every page; behind it, what waits and what to do. */
export function WorkState() {
  const state = useDeviceWork();
  const [isNew, setNew] = useState(false);
  const { kind, word } = isNew && loadedDeviceWork() === null ? nothingYet : workWord(state);
  const spoken = useSpoken({ kind, word });
  const panelId = useId();
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = async () => setOpened({ Panel: await fetchPanel().catch(() => null) });
  useEffect(() => {
    // Who only reads fetches nothing for it.
    const follow = () => void loadDeviceWork().catch(() => {});
    const look = async () => {
      if (await mayHaveWork()) follow();
      else setNew(true);
    };
    void look();
    return onFirstWork(follow);
  }, []);
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
        onToggle={(event) => (event.newState === "open" ? void open() : setOpened(null))}
      >
        <noscript>
          <p>JavaScript is off: nothing can be written or answered here, and nothing is kept.</p>
        </noscript>
        {opened !== null && opened.Panel !== null && <opened.Panel state={state} kind={kind} />}
        {opened !== null && opened.Panel === null && (
          <p>What stands here could not be fetched. Check your connection, then open it again.</p>
        )}
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
