import type { ReactNode } from "react";
import styles from "./aside.module.css";

type Content = { readonly children: ReactNode };

/** Something beside the main line of thought. */
export function Note({ children }: Content) {
  return (
    <aside className={styles["note"]} aria-label="Note">
      {children}
    </aside>
  );
}

/** The three lines to keep. */
export function Remember({ children }: Content) {
  return (
    <section className={styles["remember"]} aria-labelledby="remember">
      <p id="remember" className={styles["title"]}>
        Remember
      </p>
      {children}
    </section>
  );
}

/** What it is good for on one's own machine. */
export function Tomorrow({ children }: Content) {
  return (
    <section className={styles["tomorrow"]} aria-labelledby="tomorrow">
      <p id="tomorrow" className={styles["title"]}>
        On your machine tomorrow
      </p>
      {children}
    </section>
  );
}
