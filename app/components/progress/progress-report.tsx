"use client";

import { useEffect, useMemo, useState } from "react";
import { Picture } from "@/app/components/measure/picture";
import type { CourseOutline } from "./course-outline";
import { keptReading } from "./kept-reading";
import { mergeReading } from "./merge-reading";
import { ProgressPicture } from "./progress-picture";
import { progressRows, progressSentence, progressTable } from "./progress-rows";
import { fetchProgress, type Progress } from "./progress-service";
import styles from "./progress.module.css";

const NOTHING: Progress = { quizzes: {}, exercises: {}, reading: [] };

/** What the learner has done, as a picture and a table; of the places in lessons the device knows some, too. */
export function ProgressReport({ course }: { readonly course: CourseOutline }) {
  const [progress, setProgress] = useState(NOTHING);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const show = async () => {
      const kept = keptReading();
      const answer = await fetchProgress();
      const known = answer.outcome === "answered" ? answer.value : NOTHING;
      setProgress({ ...known, reading: [...mergeReading(kept, known.reading)] });
      if (answer.outcome === "offline") setProblem("There is no connection: this is what this device knows.");
      if (answer.outcome === "refused") setProblem(answer.message);
    };
    show().catch(() => setProblem("The server's answer could not be read. Load this page again."));
  }, []);
  const rows = useMemo(() => progressRows(course, progress), [course, progress]);
  const table = useMemo(() => progressTable(rows), [rows]);
  const sentence = progressSentence(rows);
  return (
    <>
      {problem !== null && (
        <p role="alert" className={styles["problem"]}>
          {problem}
        </p>
      )}
      <Picture name="progress" caption={sentence} table={table} data={rows}>
        {(widthPx) => <ProgressPicture rows={rows} label={sentence} widthPx={widthPx} />}
      </Picture>
    </>
  );
}
