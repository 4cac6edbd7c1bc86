import type { ReactNode } from "react";
import styles from "./heading.module.css";

type HeadingProps = { readonly id?: string; readonly children?: ReactNode };

function Anchor({ id }: { readonly id: string }) {
  return (
    <a className={styles["anchor"]} href={`#${id}`} aria-label="Link to this section">
      #
    </a>
  );
}

export function SectionHeading({ id = "", children }: HeadingProps) {
  return (
    <h2 id={id} className={styles["section"]}>
      {children} <Anchor id={id} />
    </h2>
  );
}

export function SubsectionHeading({ id = "", children }: HeadingProps) {
  return (
    <h3 id={id} className={styles["subsection"]}>
      {children} <Anchor id={id} />
    </h3>
  );
}
