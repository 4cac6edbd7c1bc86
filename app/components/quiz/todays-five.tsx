"use client";

import { useCallback, useEffect, useState, type ComponentType } from "react";
import type { AskedQuestion } from "@/lib/quiz/today-view";
import styles from "./todays-five.module.css";

type PracticeProps = {
  readonly title: string;
  readonly asked: readonly AskedQuestion[];
  readonly again: { readonly label: string; readonly act: () => void };
};

/** Questions that were missed before and are due again; nothing where there are none. */
export function TodaysFive() {
  const [asked, setAsked] = useState<readonly AskedQuestion[]>([]);
  const [Practice, setPractice] = useState<ComponentType<PracticeProps> | null>(null);

  const load = useCallback(async () => {
    const { fetchToday } = await import("./quiz-service");
    const answer = await fetchToday();
    // What cannot be fetched is not shown: the course page is readable without it.
    if (answer.outcome === "answered") setAsked(answer.value.questions);
    setPractice(null);
  }, []);
  useEffect(() => {
    load().catch(() => {});
  }, [load]);

  if (asked.length === 0) return null;
  const begin = async () => {
    const { Practice } = await import("./practice");
    setPractice(() => Practice);
  };
  return (
    <section className={styles["today"]} aria-labelledby="todays-five">
      <h2 id="todays-five">Today’s five</h2>
      {Practice === null ? (
        <>
          <p>
            {asked.length === 1
              ? "One question that you missed is due to be asked again."
              : `${asked.length} questions that you missed are due to be asked again.`}
          </p>
          <button type="button" onClick={() => void begin()}>
            {asked.length === 1 ? "Answer it" : "Answer them"}
          </button>
        </>
      ) : (
        <Practice
          title="Today’s five"
          asked={asked}
          again={{ label: "Done for now", act: () => void load().catch(() => {}) }}
        />
      )}
    </section>
  );
}
