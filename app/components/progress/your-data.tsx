"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { downloadText } from "@/app/components/measure/download-picture";
import { DeleteEverything } from "./delete-everything";
import { fetchEverything, fetchLearner, type Learner } from "./progress-service";
import styles from "./progress.module.css";
import { Recovery } from "./recovery";
import { SignIn } from "./sign-in";

const UNKNOWN: Learner = { isSignedIn: false, recoveryMadeAt: null, signIn: null };

/** What a learner can do with what is stored of them: take it elsewhere, download it, delete it. */
export function YourData() {
  const [learner, setLearner] = useState(UNKNOWN);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const ask = async () => {
      const answer = await fetchLearner();
      if (answer.outcome === "answered") setLearner(answer.value);
    };
    // Nothing here depends on it but when the code was made.
    ask().catch(() => {});
  }, []);
  const download = async () => {
    const answer = await fetchEverything();
    setProblem(null);
    if (answer.outcome === "answered")
      downloadText("everything-you-did.json", JSON.stringify(answer.value, null, 2));
    else if (answer.outcome === "refused") setProblem(answer.message);
    else setProblem("There is no connection. Try again when there is one.");
  };
  return (
    <section aria-labelledby="your-data" className={styles["data"]}>
      <h2 id="your-data">Your data</h2>
      <p>
        Nobody has to say who they are: this browser is known by a cookie with a random number, and your work
        is stored under it.
      </p>
      {learner.signIn !== null && <SignIn at={learner.signIn.host} isSignedIn={learner.isSignedIn} />}
      <Recovery madeAt={learner.recoveryMadeAt} />
      <p>
        You have a code already? <Link href="/continue">Go on with it in this browser</Link>.
      </p>
      <div className={styles["part"]}>
        <h3>Download everything</h3>
        <p>All that the server has stored of you, as JSON: answers, code, verdicts and places in lessons.</p>
        <button
          type="button"
          onClick={() => {
            download().catch(() => setProblem("The server's answer could not be read. Try again."));
          }}
        >
          Download everything
        </button>
        <p role="status">{problem}</p>
      </div>
      <DeleteEverything />
    </section>
  );
}
