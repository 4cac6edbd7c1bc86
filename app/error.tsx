"use client";

import styles from "./message.module.css";

/** Our own mistake: the page says so and offers the way on. Drafts are kept. */
export default function PageError({ reset }: { readonly reset: () => void }) {
  return (
    <main id="main" className={styles["message"]}>
      <h1>This page broke</h1>
      <p>The mistake is ours. What you wrote in the editors is kept in this browser.</p>
      <p>
        <button type="button" className={styles["button"]} onClick={reset}>
          Try again
        </button>
      </p>
    </main>
  );
}
