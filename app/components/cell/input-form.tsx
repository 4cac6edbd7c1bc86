import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from "react";
import styles from "./input-form.module.css";

/**
 * Where a line is typed for the program, at the end of its output as in a terminal. It stays from the first question to
 * the end of the run, so that neither the focus nor a phone's keyboard goes away between two questions.
 */
export function InputForm({
  isWanted,
  prompt,
  log,
  onInput,
}: {
  /** The program waits for a line now; until then one may be typed ahead, but not sent. */
  readonly isWanted: boolean;
  /** What stands before the field, for those who do not see it there. */
  readonly prompt: string;
  /** Takes the focus when the form goes away with it. */
  readonly log: RefObject<HTMLElement | null>;
  /** Gets a line with its break, or "" for the end of input. */
  readonly onInput: (text: string) => void;
}) {
  const [line, setLine] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const promptId = useId();

  useEffect(() => {
    if (isWanted && field.current !== null) showField(field.current);
  }, [isWanted]);
  useLayoutEffect(() => {
    const own = form.current;
    const heir = log.current;
    return () => {
      if (own?.contains(document.activeElement) === true) heir?.focus({ preventScroll: true });
    };
  }, [log]);

  const send = (text: string) => {
    if (!isWanted) return;
    setLine("");
    field.current?.focus();
    onInput(text);
  };
  const hearKey = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    const isEnd = event.ctrlKey && event.key === "d";
    if (!isEnd && event.key !== "Enter") return;
    // In a cell, Ctrl+Enter would run the program anew.
    event.preventDefault();
    send(isEnd ? "" : `${line}\n`);
  };

  return (
    <form
      ref={form}
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        send(`${line}\n`);
      }}
    >
      <input
        ref={field}
        className={styles["field"]}
        aria-label="Input"
        aria-describedby={promptId}
        value={line}
        onChange={({ target }) => setLine(target.value)}
        onKeyDown={hearKey}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="send"
      />
      <span id={promptId} hidden>
        {prompt}
      </span>{" "}
      <span className={styles["buttons"]}>
        <button type="submit" disabled={!isWanted}>
          Send
        </button>
        <button type="button" disabled={!isWanted} title="Ctrl+D in the field" onClick={() => send("")}>
          End of input
        </button>
      </span>
    </form>
  );
}

/** Scrolls the output to the field, and focuses it where the learner is in this cell or nowhere else and sees it. */
function showField(field: HTMLInputElement) {
  const screen = field.form?.parentElement;
  if (screen) screen.scrollTop = screen.scrollHeight;
  const active = document.activeElement;
  const isInCell = field.closest("[data-cell]")?.contains(active) === true;
  // A disabled button has no focus: it is nowhere after the press of Run.
  const isNowhere = active === null || active === document.body;
  const { top, bottom } = field.getBoundingClientRect();
  if (isInCell || (isNowhere && top >= 0 && bottom <= innerHeight)) field.focus();
}
