import type { LessonHeading } from "@/lib/course/remark-lesson";
import styles from "./table-of-contents.module.css";

/** The sections of a lesson; folded away where there is no room beside the text. */
export function TableOfContents({ headings }: { readonly headings: readonly LessonHeading[] }) {
  const list = (
    <ol className={styles["list"]}>
      {headings.map(({ id, text, depth }) => (
        <li key={id} data-depth={depth}>
          <a href={`#${id}`}>{text}</a>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <nav className={styles["beside"]} aria-label="On this page">
        <p className={styles["title"]}>On this page</p>
        {list}
      </nav>
      <details className={styles["folded"]}>
        <summary>On this page</summary>
        <nav aria-label="On this page">{list}</nav>
      </details>
    </>
  );
}
