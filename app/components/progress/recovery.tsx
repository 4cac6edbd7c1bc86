"use client";

import { useState } from "react";
import { CopyButton } from "@/app/components/lesson/copy-button";
import { makeRecoveryCode } from "./progress-service";
import styles from "./progress.module.css";

type State = { readonly code: string } | { readonly problem: string } | "asked" | null;

/** A code, and a link, by which the learner goes on elsewhere; shown once, when it is asked for. */
export function Recovery({ madeAt }: { readonly madeAt: string | null }) {
  const [state, setState] = useState<State>(null);
  const make = async () => {
    setState("asked");
    const answer = await makeRecoveryCode();
    if (answer.outcome === "answered") setState({ code: answer.value.code });
    else if (answer.outcome === "refused") setState({ problem: answer.message });
    else setState({ problem: "There is no connection. Try again when there is one." });
  };
  const made = madeAt === null ? null : new Date(madeAt).toLocaleDateString("en", { dateStyle: "long" });
  return (
    <div className={styles["part"]}>
      <h3>Your work on another device</h3>
      <p>
        A recovery code brings your work to another browser, and back to this one if it forgets you. Whoever
        has it is you here: keep it as you would a key.
      </p>
      {made !== null && state === null && (
        <p>There is a code of {made}. Only you have it; a new one makes it worthless.</p>
      )}
      <button
        type="button"
        disabled={state === "asked"}
        onClick={() => {
          make().catch(() => setState({ problem: "The server's answer could not be read. Try again." }));
        }}
      >
        Make a recovery code
      </button>
      <div role="status">
        {state !== null && state !== "asked" && "code" in state && <CodeOnce code={state.code} />}
        {state !== null && state !== "asked" && "problem" in state && <p>{state.problem}</p>}
      </div>
    </div>
  );
}

function CodeOnce({ code }: { readonly code: string }) {
  const link = `${location.origin}/continue#code=${code}`;
  return (
    <div className={styles["code"]}>
      <p>This is your recovery code. It is shown this once: write it down, or open the link elsewhere.</p>
      <p>
        <code>{code}</code> <CopyButton code={code} />
      </p>
      <p>
        <a href={link}>{link}</a> <CopyButton code={link} />
      </p>
    </div>
  );
}
