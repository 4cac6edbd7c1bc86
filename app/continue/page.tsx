import type { Metadata } from "next";
import { GoOnHere } from "@/app/components/progress/go-on-here";
import styles from "@/app/components/progress/progress.module.css";

export const metadata: Metadata = {
  title: "Go on here",
  description: "Go on in this browser with a recovery code from another one.",
  robots: { index: false },
};

/** Where the link of a recovery code leads. */
export default function ContinuePage() {
  return (
    <main id="main" className={styles["page"]}>
      <h1>Go on here?</h1>
      <p className={styles["about"]}>With a recovery code this browser shows the work of another one.</p>
      <GoOnHere />
    </main>
  );
}
