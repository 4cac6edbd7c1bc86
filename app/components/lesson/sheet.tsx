"use client";

import { useId, useState, type ReactNode } from "react";
import { useIsHydrated } from "@/app/components/cell/use-is-hydrated";
import styles from "./sheet.module.css";

/** Something to hang up: it stands on a page of its own in print, and can be printed alone. */
export function Sheet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const titleId = useId();
  const isHydrated = useIsHydrated();
  const [isAlone, setIsAlone] = useState(false);
  const printAlone = () => {
    // `afterprint` comes late on some systems: the next print of the whole lesson must not be this page again.
    addEventListener("afterprint", () => setIsAlone(false), { once: true });
    setIsAlone(true);
    requestAnimationFrame(() => print());
  };
  return (
    <section className={styles["sheet"]} aria-labelledby={titleId} data-sheet={isAlone ? "alone" : ""}>
      <p id={titleId} className={styles["title"]}>
        {title}
      </p>
      {children}
      {isHydrated && (
        <button type="button" className={styles["print"]} onClick={printAlone}>
          Print this page
        </button>
      )}
    </section>
  );
}
