import { codeMarks } from "@/lib/course/highlight.server";
import { CellSource } from "@/lib/course/lesson-components";
import { readRecorded } from "@/lib/course/recorded-output.server";
import type { LessonEntry } from "@/lib/course/course";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";
import type { GivenFile } from "@/lib/run/run-request";
import * as z from "zod";
import { Cell, type CellVariant } from "./cell";

const Sources = z.tuple([CellSource], CellSource);

/** A cell as it stands in a lesson: highlights its code and brings its recorded output. */
export async function LessonCell({
  lesson,
  page,
  given,
  id,
  title,
  after = null,
  grows = null,
  processes = 0,
  latency,
  timeoutMs,
  sources,
}: {
  readonly lesson: LessonEntry;
  readonly page: string;
  /** What the program finds: the folder that the cell's `files` names, and those of the cells it comes after. */
  readonly given: readonly GivenFile[];
  readonly id: string;
  readonly title: string;
  readonly after?: string | null;
  readonly grows?: string | null;
  readonly processes?: number;
  readonly latency?: number;
  readonly timeoutMs?: number;
  /** JSON, made by `remark-lesson`. */
  readonly sources: string;
}) {
  const variant = async ({ language, code }: CellSource): Promise<CellVariant> => {
    const recorded = await readRecorded(lesson.folder, id, language);
    return {
      language,
      code,
      marks: await codeMarks(code, language),
      recorded: recorded && { stdout: recorded.stdout, stderr: recorded.stderr },
    };
  };
  const [first, ...rest] = Sources.parse(JSON.parse(sources));
  const variants = await Promise.all(rest.map(variant));
  return (
    <Cell
      id={id}
      title={title}
      page={page}
      after={after}
      grows={grows}
      variants={[await variant(first), ...variants]}
      limits={Limits.parse({ timeoutMs })}
      files={given}
      settings={MachineSettings.parse({ processes, disk: { latencyMs: latency } })}
    />
  );
}
