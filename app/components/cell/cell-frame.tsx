import { useId, type ReactNode } from "react";
import type { Language } from "@/lib/run/language";
import styles from "./cell.module.css";
import { LanguageSwitch } from "./language-switch";
import type { Workbench } from "./use-workbench";

/** What a cell and an exercise look like from outside: a named group in its state, with a title and languages. */
export function CellFrame({
  id,
  title,
  workbench,
  offered,
  onChooseLanguage = workbench.chooseLanguage,
  onIntent = workbench.prepare,
  exercise,
  children,
}: {
  readonly id: string;
  readonly title: ReactNode;
  readonly workbench: Workbench;
  readonly offered: readonly Language[];
  readonly onChooseLanguage?: (language: Language) => void;
  /** A pointer or the focus has come near: a run is likely soon. */
  readonly onIntent?: () => void;
  /** For an exercise: the verdict, once there is one. */
  readonly exercise?: { readonly verdict: "passed" | "failed" | undefined };
  readonly children: ReactNode;
}) {
  const titleId = useId();
  return (
    <div
      className={exercise === undefined ? styles["cell"] : `${styles["cell"]} ${styles["exercise"]}`}
      id={`cell-${id}`}
      data-cell={id}
      data-exercise={exercise && id}
      data-state={workbench.run.state}
      data-verdict={exercise?.verdict}
      role="group"
      aria-labelledby={titleId}
      onPointerEnter={onIntent}
      onFocus={onIntent}
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void workbench.start();
      }}
    >
      <div className={styles["bar"]}>
        <p id={titleId} className={styles["title"]}>
          {title}
        </p>
        <LanguageSwitch offered={offered} chosen={workbench.language} onChoose={onChooseLanguage} />
      </div>
      {children}
    </div>
  );
}
