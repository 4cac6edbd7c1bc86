import { findExercise } from "@/lib/course/find-exercise.server";
import { codeMarks } from "@/lib/course/highlight.server";
import type { Variant } from "@/app/components/cell/use-workbench";
import { renderMarkdown, renderPhrase } from "@/lib/quiz/markdown.server";
import { caseOf } from "@/lib/run/check-case";
import type { Language } from "@/lib/run/language";
import { Exercise } from "./exercise";

/** An exercise as it stands in a lesson. What only the server may know (hidden checks, the script they are in, solution) stays here. */
export async function LessonExercise({ id, page }: { readonly id: string; readonly page: string }) {
  const found = await findExercise(id);
  if (found === null) throw new Error(`There is no exercise "${id}"; the content check reports its place.`);
  const { exercise, languages, starters } = found;
  const variant = async (language: Language): Promise<Variant> => {
    const code = (starters[language] ?? "").trimEnd();
    return { language, code, marks: await codeMarks(code, language) };
  };
  const [first, ...rest] = languages;
  if (first === undefined)
    throw new Error(`The exercise "${id}" has no starter; the content check reports its place.`);
  const visible = exercise.checks.filter(({ hidden }) => !hidden);
  return (
    <Exercise
      id={id}
      page={page}
      title={exercise.title}
      taskHtml={await renderMarkdown(exercise.task)}
      hintsHtml={await Promise.all(exercise.hints.map(renderMarkdown))}
      variants={[await variant(first), ...(await Promise.all(rest.map(variant)))]}
      limits={exercise.limits}
      files={found.files}
      settings={exercise.machine}
      checks={await Promise.all(
        visible.map(async (check) => ({ ...caseOf(check), nameHtml: await renderPhrase(check.name) })),
      )}
      hasHiddenChecks={visible.length < exercise.checks.length}
      work={await named(exercise.work)}
      growth={await named(exercise.growth)}
    />
  );
}

const named = async <Criterion extends { readonly name: string }>(criterion: Criterion | undefined) =>
  criterion === undefined ? null : { ...criterion, nameHtml: await renderPhrase(criterion.name) };
