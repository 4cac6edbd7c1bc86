import { useState, type ReactNode } from "react";
import type { SubmittedLanguage } from "@/lib/run/submitted-language";
import type { Answer } from "@/app/components/shell/ask-server";
import type { Solution } from "./exercise-service";
import styles from "./help.module.css";

/** Hints one at a time, the solution once it is open, and the way to give up. */
export function Help({
  id,
  language,
  hintsHtml,
  isReady,
  tries,
  underSolution,
}: {
  readonly id: string;
  readonly language: SubmittedLanguage;
  readonly hintsHtml: readonly string[];
  readonly isReady: boolean;
  /** Checks begun so far: with each, a refusal from before it is out of date. */
  readonly tries: number;
  readonly underSolution?: (solution: Solution) => ReactNode;
}) {
  const [shown, setShown] = useState(0);
  const [solution, setSolution] = useState<Solution | null>(null);
  const [refusal, setRefusal] = useState<{ message: string; tries: number } | null>(null);

  const show = async (surrenders: boolean) => {
    const answer = await askForSolution(id, language, surrenders);
    if (answer.outcome === "answered") {
      setSolution(answer.value);
      setRefusal(null);
      return;
    }
    const offline = "Offline: the solution comes from the server. Try again when you are connected.";
    setRefusal({ message: answer.outcome === "offline" ? offline : answer.message, tries });
  };

  return (
    <div className={styles["help"]}>
      <div className={styles["buttons"]}>
        <button
          type="button"
          disabled={!isReady || shown === hintsHtml.length}
          onClick={() => setShown((count) => count + 1)}
        >
          Hint
        </button>
        <button type="button" disabled={!isReady || solution !== null} onClick={() => void show(false)}>
          Solution
        </button>
        <button type="button" disabled={!isReady || solution !== null} onClick={() => void show(true)}>
          I give up
        </button>
        <span className={styles["count"]}>
          {shown === 0 ? `${hintsHtml.length} hints` : `${shown} of ${hintsHtml.length} hints`}
        </span>
      </div>
      <ol aria-label="Hints" aria-live="polite" hidden={shown === 0}>
        {hintsHtml.slice(0, shown).map((html) => (
          <li key={html} dangerouslySetInnerHTML={{ __html: html }} />
        ))}
      </ol>
      <p role="status" className={styles["refusal"]}>
        {refusal?.tries === tries && solution === null ? refusal.message : ""}
      </p>
      {solution !== null && (
        <section aria-label="Solution" className={styles["solution"]}>
          <pre tabIndex={0} dangerouslySetInnerHTML={{ __html: solution.html }} />
          <div dangerouslySetInnerHTML={{ __html: solution.explanationHtml }} />
          {underSolution?.(solution)}
        </section>
      )}
    </div>
  );
}

async function askForSolution(
  id: string,
  language: SubmittedLanguage,
  surrenders: boolean,
): Promise<Answer<Solution>> {
  try {
    const service = await import("./exercise-service");
    const given = surrenders ? await service.surrender(id) : null;
    if (given !== null && given.outcome !== "answered") return given;
    return await service.fetchSolution(id, language);
  } catch {
    return { outcome: "offline" };
  }
}
