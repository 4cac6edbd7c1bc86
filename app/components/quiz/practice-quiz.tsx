"use client";

import { useCallback, useEffect, useState } from "react";
import type { AskedQuestion } from "@/lib/quiz/today-view";
import { Practice } from "./practice";
import styles from "./quiz-form.module.css";
import { fetchPractice } from "./quiz-service";

type Stage =
  | { readonly stage: "loading" }
  | { readonly stage: "unavailable"; readonly message: string }
  | { readonly stage: "asked"; readonly draw: string; readonly asked: readonly AskedQuestion[] };

/** The questions of a module one by one, each with its verdict at once, as often as one likes. */
export function PracticeQuiz({ module, title }: { readonly module: string; readonly title: string }) {
  const [state, setState] = useState<Stage>({ stage: "loading" });
  const draw = useCallback(async () => {
    setState({ stage: "loading" });
    const answer = await fetchPractice(module);
    if (answer.outcome === "offline")
      return setState({
        stage: "unavailable",
        message: "The questions come from the server, and there is no connection.",
      });
    if (answer.outcome === "refused") return setState({ stage: "unavailable", message: answer.message });
    const { draw, questions } = answer.value;
    return setState({
      stage: "asked",
      draw,
      asked: questions.map((question) => ({ quiz: module, draw, question })),
    });
  }, [module]);
  useEffect(() => {
    void draw();
  }, [draw]);

  switch (state.stage) {
    case "loading":
      return <p role="status">Drawing questions …</p>;
    case "unavailable":
      return (
        <div role="alert" className={styles["unavailable"]}>
          <p>{state.message}</p>
          <button type="button" className={styles["button"]} onClick={() => void draw()}>
            Try again
          </button>
        </div>
      );
    case "asked":
      return (
        <Practice
          key={state.draw}
          title={title}
          asked={state.asked}
          again={{ label: "Practise others", act: () => void draw() }}
        />
      );
    default:
      return state satisfies never;
  }
}
