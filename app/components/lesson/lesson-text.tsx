import type { ComponentProps } from "react";
import { LessonCell } from "@/app/components/cell/lesson-cell";
import { LessonExercise } from "@/app/components/exercise/lesson-exercise";
import { LessonSimulator } from "@/app/components/measure/lesson-simulator";
import { PageFetchPlace } from "@/app/components/measure/page-fetch-place";
import { LessonTerminal } from "@/app/components/terminal/lesson-terminal";
import type { CompiledLesson } from "@/lib/course/compile-lesson.server";
import type { LessonEntry } from "@/lib/course/course";
import { Note, Remember, Tomorrow } from "./aside";
import { CodeBlock } from "./code-block";
import { SectionHeading, SubsectionHeading } from "./heading";
import { Predict } from "./predict";
import { QuizCard } from "./quiz-card";
import { Sheet } from "./sheet";
import styles from "./lesson-text.module.css";

type Given<Component extends (props: never) => unknown> = Omit<
  Parameters<Component>[0],
  "lesson" | "page" | "given"
>;

/** A lesson's text with all its components in their places. */
export function LessonText({
  compiled,
  lesson,
  page,
}: {
  readonly compiled: CompiledLesson;
  readonly lesson: LessonEntry;
  readonly page: string;
}) {
  const { Content, cells } = compiled;
  return (
    <div className={styles["text"]}>
      <Content
        components={{
          h2: SectionHeading,
          h3: SubsectionHeading,
          pre: CodeBlock,
          table: ScrollingTable,
          Cell: (props: Given<typeof LessonCell>) => (
            <LessonCell lesson={lesson} page={page} given={cells.get(props.id)?.files ?? []} {...props} />
          ),
          Exercise: (props: Given<typeof LessonExercise>) => <LessonExercise page={page} {...props} />,
          Terminal: (props: Given<typeof LessonTerminal>) => <LessonTerminal page={page} {...props} />,
          Predict,
          Simulator: LessonSimulator,
          PageFetch: PageFetchPlace,
          Note,
          Remember,
          Tomorrow,
          Sheet,
          Quiz: QuizCard,
        }}
      />
    </div>
  );
}

function ScrollingTable(props: ComponentProps<"table">) {
  return (
    <div className={styles["table"]} role="region" aria-label="Table" tabIndex={0}>
      <table {...props} />
    </div>
  );
}
