"use client";

import { useRef, useState } from "react";
import { clearDevice } from "./clear-device";
import { deleteLearner } from "./progress-service";
import styles from "./progress.module.css";

const questions = [
  {
    title: "Delete everything?",
    text: "Your answers, your code, your verdicts and your places in lessons are deleted on the server and in this browser, and your recovery code with them.",
    yes: "Yes, delete everything",
  },
  {
    title: "Really? Nothing can bring it back.",
    text: "There is no copy that you could ask for later. If you want one, keep your work and download it first.",
    yes: "Delete it for good",
  },
] as const;

/** Deletes the learner's work, here and on the server, once they have said so twice. */
export function DeleteEverything() {
  const dialog = useRef<HTMLDialogElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState<0 | 1>(0);
  const [problem, setProblem] = useState<string | null>(null);
  const { title, text, yes } = questions[asked];

  const agree = async () => {
    if (asked === 0) {
      setAsked(1);
      keep.current?.focus();
      return;
    }
    const answer = await deleteLearner();
    if (answer.outcome === "refused") setProblem(answer.message);
    else if (answer.outcome === "offline") setProblem("There is no connection: nothing was deleted.");
    else {
      await clearDevice();
      location.assign("/");
    }
  };
  return (
    <div className={styles["part"]}>
      <h3>Delete everything</h3>
      <p>Your work is deleted, on the server and in this browser. You are asked twice.</p>
      <button
        type="button"
        className={styles["grave"]}
        onClick={() => {
          setAsked(0);
          setProblem(null);
          dialog.current?.showModal();
        }}
      >
        Delete everything …
      </button>
      <dialog ref={dialog} className={styles["dialog"]} aria-labelledby="delete-title">
        <h3 id="delete-title">{title}</h3>
        <p>{text}</p>
        {problem !== null && <p role="alert">{problem}</p>}
        <div className={styles["choices"]}>
          <button ref={keep} type="button" onClick={() => dialog.current?.close()}>
            Keep my work
          </button>
          <button
            type="button"
            className={styles["grave"]}
            onClick={() => {
              agree().catch(() =>
                setProblem(
                  "Not all of it could be deleted in this browser. Clear this site’s data in its settings.",
                ),
              );
            }}
          >
            {yes}
          </button>
        </div>
      </dialog>
    </div>
  );
}
