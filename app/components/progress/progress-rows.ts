import type { Table } from "@/lib/measure/csv";
import { submittedIn } from "@/lib/run/submitted-language";
import type { CourseOutline } from "./course-outline";
import type { Progress } from "./progress-service";

/** One line of the picture: something of the course, and how far the learner is with it. */
export type ProgressRow = {
  readonly key: string;
  readonly module: string;
  readonly kind: "lesson" | "exercise" | "quiz";
  readonly name: string;
  /** 0 to 1. */
  readonly share: number;
  /** Read to the end, passed, or taken. */
  readonly isDone: boolean;
  /** How it stands, in words. */
  readonly standing: string;
  /** The least counted work, where an exercise counts it. */
  readonly bestWork: string;
};

const percent = (share: number) => `${Math.round(share * 100)} %`;
const figure = (count: number) => count.toLocaleString("en", { maximumFractionDigits: 2 });

/** Everything in the course that can be read, passed or taken, in its order. */
export function progressRows(course: CourseOutline, progress: Progress): readonly ProgressRow[] {
  return course.flatMap(({ slug, number, title, lessons, hasQuiz }) => {
    const module = `${number} ${title}`;
    const rows = lessons.flatMap((lesson): ProgressRow[] => [
      lessonRow(module, lesson, progress),
      ...lesson.exercises.map((exercise) => exerciseRow(module, exercise, progress)),
    ]);
    return hasQuiz ? [...rows, quizRow(module, { slug, title }, progress)] : rows;
  });
}

function lessonRow(
  module: string,
  lesson: { name: string; number: string; title: string },
  { reading }: Progress,
): ProgressRow {
  const share = reading.find((position) => position.lesson === lesson.name)?.furthest ?? 0;
  const standing = share === 0 ? "not begun" : share === 1 ? "read to the end" : `${percent(share)} read`;
  const name = `${lesson.number} ${lesson.title}`;
  return {
    key: lesson.name,
    module,
    kind: "lesson",
    name,
    share,
    isDone: share === 1,
    standing,
    bestWork: "",
  };
}

function exerciseRow(
  module: string,
  { id, title }: { id: string; title: string },
  { exercises }: Progress,
): ProgressRow {
  const own = exercises[id];
  const passedIn = own?.languages.map(submittedIn).join(" and ") ?? "";
  const standing = own === undefined ? "not tried" : own.passed ? `passed in ${passedIn}` : "tried";
  const bestWork = (own?.best ?? [])
    .map(({ language, unit, count }) => `${figure(count)} ${unit} in ${submittedIn(language)}`)
    .join(", ");
  const isDone = own?.passed === true;
  const share = isDone ? 1 : 0;
  return { key: `exercise ${id}`, module, kind: "exercise", name: title, share, isDone, standing, bestWork };
}

function quizRow(
  module: string,
  { slug, title }: { slug: string; title: string },
  { quizzes }: Progress,
): ProgressRow {
  const own = quizzes[slug];
  const taken = own?.attempts === 1 ? "taken once" : `taken ${own?.attempts ?? 0} times`;
  const standing =
    own === undefined ? "not taken" : `best ${figure(own.best.score)} of ${figure(own.best.outOf)}, ${taken}`;
  const share = own === undefined ? 0 : own.best.score / own.best.outOf;
  const isDone = own !== undefined;
  const name = `Quiz: ${title}`;
  return { key: `quiz ${slug}`, module, kind: "quiz", name, share, isDone, standing, bestWork: "" };
}

/** The rows as a table says them. */
export const progressTable = (rows: readonly ProgressRow[]): Table => ({
  columns: ["Module", "What", "Kind", "Standing", "Best work (counted)"],
  rows: rows.map(({ module, name, kind, standing, bestWork }) => [module, name, kind, standing, bestWork]),
});

/** The rows in one sentence. */
export function progressSentence(rows: readonly ProgressRow[]): string {
  const of = (kind: ProgressRow["kind"]) => {
    const all = rows.filter((row) => row.kind === kind);
    return `${all.filter(({ isDone }) => isDone).length} of ${all.length}`;
  };
  return `You have read ${of("lesson")} lessons to the end, passed ${of("exercise")} exercises and taken ${of("quiz")} quizzes.`;
}
