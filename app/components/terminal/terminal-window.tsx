import { useEffect, useRef, useState } from "react";
import { useReducedMotion } from "@/app/components/measure/use-reduced-motion";
import { isComing } from "./linux-state";
import type { Found, OpenTerminal } from "./open-terminal";
import { terminalKeys } from "./terminal-key";
import { TerminalSearch } from "./terminal-search";
import styles from "./terminal-window.module.css";
import type { Linux } from "./use-linux";

const nothingFound: Found = { shown: 0, count: 0 };

/** One shell of a machine: its terminal, a search, and on a touch screen the keys that are missing there. */
export function TerminalWindow({
  linux,
  window,
  name,
  shortName,
  describedBy,
  isScreenReader,
  takesFocus,
}: {
  readonly linux: Linux;
  readonly window: number;
  /** As people call it: `Terminal 1 of Signals`. */
  readonly name: string;
  readonly shortName: string;
  readonly describedBy: string;
  readonly isScreenReader: boolean;
  /** Whether it is where the learner goes on when the machine has started. */
  readonly takesFocus: () => boolean;
}) {
  const host = useRef<HTMLDivElement>(null);
  const [terminal, setTerminal] = useState<OpenTerminal | null>(null);
  const [isFailed, setFailed] = useState(false);
  const [isSearching, setSearching] = useState(false);
  const [found, setFound] = useState(nothingFound);
  const isStill = useReducedMotion();
  const { machine, resize } = linux;
  const feed = linux.phase === "idle" ? undefined : linux.screens?.[window];

  const latest = useRef({ machine, phase: linux.phase, takesFocus, resize });
  useEffect(() => {
    latest.current = { machine, phase: linux.phase, takesFocus, resize };
  });
  /** What was typed while the machine was coming. */
  const typedAhead = useRef("");
  useEffect(() => {
    if (feed === undefined) return undefined;
    let end = () => {};
    let isOver = false;
    const open = async () => {
      const { openTerminal } = await import("./open-terminal");
      // Else its code is run and it is opened in one go, a tenth of a second in which the page answers nothing.
      await new Promise((resolve) => setTimeout(resolve));
      if (isOver || host.current === null) return;
      const opened = openTerminal({
        host: host.current,
        label: name,
        onInput(text) {
          const { machine, phase } = latest.current;
          if (machine !== null) machine.write(window, text);
          else if (isComing(phase)) typedAhead.current += text;
        },
        onResize: (size) => latest.current.resize(window, size),
        onFind: () => setSearching(true),
        onFound: setFound,
      });
      latest.current.resize(window, opened.size());
      const detach = feed.attach(opened.screen);
      setTerminal(opened);
      end = () => {
        detach();
        opened.dispose();
        setTerminal(null);
      };
    };
    open().catch(() => setFailed(true));
    return () => {
      isOver = true;
      end();
    };
  }, [feed, name, window]);
  useEffect(() => terminal?.set({ isScreenReader, isStill }), [terminal, isScreenReader, isStill]);
  useEffect(() => {
    if (terminal === null || machine === null) return;
    if (typedAhead.current !== "") machine.write(window, typedAhead.current);
    typedAhead.current = "";
    if (latest.current.takesFocus()) terminal.focus();
  }, [terminal, machine, window]);

  const endSearch = () => {
    setSearching(false);
    setFound(nothingFound);
    terminal?.focus();
  };
  return (
    <div role="group" aria-label={name} aria-describedby={describedBy} className={styles["window"]}>
      <div className={styles["bar"]}>
        {isSearching && terminal !== null ? (
          <TerminalSearch name={name} terminal={terminal} found={found} onClose={endSearch} />
        ) : (
          <>
            <span aria-hidden="true">{shortName}</span>
            <button type="button" disabled={terminal === null} onClick={() => setSearching(true)}>
              Find
            </button>
          </>
        )}
      </div>
      <div ref={host} className={styles["host"]} />
      {isFailed && (
        <p role="alert" className={styles["problem"]}>
          The terminal could not be fetched. Check your connection, then reload the page.
        </p>
      )}
      {terminal !== null && (
        <div role="toolbar" aria-label={`Keys for ${name}`} className={styles["keys"]}>
          {terminalKeys.map(({ name: key, label, sends }) => (
            <button
              key={key}
              type="button"
              aria-label={label}
              // The terminal keeps the focus, and a phone its keyboard.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => terminal.press(sends)}
            >
              {key}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
