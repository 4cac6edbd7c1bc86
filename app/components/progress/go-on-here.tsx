"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { keptReading } from "./kept-reading";
import { fetchProgress, goOnWith } from "./progress-service";
import styles from "./progress.module.css";

const FIELD = "code";

/** Asks before this browser becomes another learner's: by a code that is typed, or that a link has brought. */
export function GoOnHere() {
  const [code, setCode] = useState("");
  const [hasWork, setHasWork] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const brought = new URLSearchParams(location.hash.slice(1)).get(FIELD);
    if (brought !== null) {
      setCode(brought);
      // A code is a key: it stays neither in the address bar nor in the history.
      history.replaceState(history.state, "", location.pathname);
    }
    const look = async () => {
      const answer = await fetchProgress();
      const known = answer.outcome === "answered" ? answer.value : null;
      const done = known === null ? 0 : Object.keys({ ...known.quizzes, ...known.exercises }).length;
      setHasWork(done + (known?.reading.length ?? 0) + keptReading().length > 0);
    };
    // Without an answer the question stays as it is.
    look().catch(() => {});
  }, []);

  const goOn = async () => {
    setIsAsking(true);
    setProblem(null);
    const answer = await goOnWith(code);
    if (answer.outcome === "answered") return location.assign("/progress");
    setProblem(
      answer.outcome === "refused" ? answer.message : "There is no connection. Try again when there is one.",
    );
    return setIsAsking(false);
  };
  return (
    <form
      className={styles["part"]}
      aria-label="Go on with a recovery code"
      onSubmit={(event) => {
        event.preventDefault();
        goOn().catch(() => {
          setProblem("The server's answer could not be read. Try again.");
          setIsAsking(false);
        });
      }}
    >
      <label htmlFor="recovery-code">Recovery code</label>
      <input
        id="recovery-code"
        className={styles["field"]}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
      />
      <p>
        This browser then belongs to the learner of this code, and shows their work.{" "}
        {hasWork
          ? "Something was done in this browser already: it is added to theirs, which cannot be undone."
          : "Nothing was done in this browser yet, so nothing of it can get lost."}
      </p>
      <p className={styles["choices"]}>
        <button type="submit" className={styles["main"]} disabled={isAsking}>
          Go on as this learner
        </button>
        <Link href="/">Leave this browser as it is</Link>
      </p>
      {problem !== null && (
        <p role="alert" className={styles["problem"]}>
          {problem}
        </p>
      )}
    </form>
  );
}
