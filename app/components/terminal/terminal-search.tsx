import { useEffect, useRef, useState } from "react";
import type { Found, OpenTerminal } from "./open-terminal";
import styles from "./terminal-window.module.css";

/** Searches what stands in a terminal, also what has scrolled away. Enter goes on, Shift+Enter back, Escape ends it. */
export function TerminalSearch({
  name,
  terminal,
  found,
  onClose,
}: {
  readonly name: string;
  readonly terminal: OpenTerminal;
  readonly found: Found;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => () => terminal.endFind(), [terminal]);
  const find = (where: "next" | "previous") => {
    if (text !== "") terminal.find(text, where);
  };
  return (
    <div
      role="search"
      className={styles["search"]}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <input
        ref={field}
        type="text"
        aria-label={`Find in ${name}`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          if (value === "") terminal.endFind();
          else terminal.find(value, "here");
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") find(event.shiftKey ? "previous" : "next");
        }}
      />
      <span role="status" className={styles["found"]}>
        {text === "" ? "" : foundSentence(found)}
      </span>
      <button type="button" onClick={() => find("previous")}>
        Previous
      </button>
      <button type="button" onClick={() => find("next")}>
        Next
      </button>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </div>
  );
}

const foundSentence = ({ shown, count }: Found) => {
  if (count === 0) return "Not found";
  return shown === 0 ? `${count} found` : `${shown} of ${count}`;
};
