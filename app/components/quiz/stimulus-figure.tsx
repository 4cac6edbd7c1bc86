import { ProfileTable } from "@/app/components/measure/profile-table";
import { SeriesPlot } from "@/app/components/measure/series-plot";
import type { StimulusView } from "@/lib/quiz/stimulus";
import styles from "./stimulus-figure.module.css";

/** What a question shows to be read. */
export function StimulusFigure({ id, stimulus }: { readonly id: string; readonly stimulus: StimulusView }) {
  switch (stimulus.kind) {
    case "code":
      return (
        <pre className={styles["code"]} tabIndex={0} dangerouslySetInnerHTML={{ __html: stimulus.html }} />
      );
    case "plot":
      return (
        <div className={styles["figure"]}>
          <SeriesPlot name={`question-${id}`} plot={stimulus} />
        </div>
      );
    case "profile":
      return (
        <div className={styles["figure"]}>
          <ProfileTable profile={stimulus} />
        </div>
      );
    case "terminal":
      return (
        <figure className={styles["figure"]}>
          <figcaption>
            {stimulus.caption} ({stimulus.label})
          </figcaption>
          <pre className={styles["terminal"]} tabIndex={0}>
            {stimulus.text
              .trimEnd()
              .split("\n")
              .map((line, index) => (
                // Lines have no identity but their place.
                <span key={index} data-typed={line.startsWith("$ ") || undefined}>
                  {`${line}\n`}
                </span>
              ))}
          </pre>
        </figure>
      );
    default:
      return stimulus satisfies never;
  }
}
