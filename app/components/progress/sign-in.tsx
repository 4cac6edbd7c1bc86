"use client";

import { useEffect, useState } from "react";
import { clearDevice } from "./clear-device";
import { signOut } from "./progress-service";
import styles from "./progress.module.css";

/** No page of ours: it leads to the provider's. */
const SIGN_IN_ADDRESS = "/api/sign-in?return=/progress";
/** The server sends the browser here when a sign-in came to nothing. */
const FAILED_HASH = "#sign-in-failed";

/** The way to sign in at the provider that the course was set up with, and out again. */
export function SignIn({ at, isSignedIn }: { readonly at: string; readonly isSignedIn: boolean }) {
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (location.hash === FAILED_HASH)
      setProblem("Signing in did not work, and nothing has changed. Try again from here.");
  }, []);
  const leave = async () => {
    const answer = await signOut();
    if (answer.outcome === "refused") setProblem(answer.message);
    else if (answer.outcome === "offline") setProblem("There is no connection: you are still signed in.");
    else {
      await clearDevice();
      location.assign("/");
    }
  };
  return (
    <div className={styles["part"]}>
      <h3>{isSignedIn ? "You are signed in" : "Sign in"}</h3>
      {problem !== null && (
        <p role="alert" className={styles["problem"]}>
          {problem}
        </p>
      )}
      {isSignedIn ? (
        <>
          <p>
            Through {at}. Signing out ends it in every browser, and removes what this one keeps: what it could
            not send yet is lost.
          </p>
          <button
            type="button"
            onClick={() => {
              leave().catch(() =>
                setProblem(
                  "You are signed out, but this browser kept something. Clear this site’s data in its settings.",
                ),
              );
            }}
          >
            Sign out
          </button>
        </>
      ) : (
        <>
          <p>
            Your work is then there in every browser in which you sign in; what you did here is added to it.
          </p>
          <a className={styles["button"]} href={SIGN_IN_ADDRESS}>
            Sign in through {at}
          </a>
        </>
      )}
    </div>
  );
}
