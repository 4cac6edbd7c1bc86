import Link from "next/link";
import styles from "./site-header.module.css";
import { ThemeSwitch } from "./theme-switch";
import { WorkState } from "./work-state";

/** On every page: the way home, where the work is, the way to the learner's progress, and the theme. */
export function SiteHeader({ courseTitle }: { readonly courseTitle: string }) {
  return (
    <header className={styles["header"]}>
      <a className={styles["skip"]} href="#main">
        Skip to the text
      </a>
      <Link className={styles["brand"]} href="/" prefetch={false}>
        <span className={styles["mark"]} aria-hidden="true">
          ◖
        </span>
        {courseTitle}
      </Link>
      <WorkState />
      <Link className={styles["place"]} href="/progress" prefetch={false}>
        Progress
      </Link>
      <ThemeSwitch />
    </header>
  );
}
