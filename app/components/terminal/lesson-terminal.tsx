import { findTerminal } from "@/lib/course/find-terminal.server";
import { renderMarkdown, renderPhrase } from "@/lib/quiz/markdown.server";
import { Terminal } from "./terminal";

/** A terminal as it stands in a lesson. What only the server may know (the solution, wrong answers) stays here. */
export async function LessonTerminal({ id, page }: { readonly id: string; readonly page: string }) {
  const found = await findTerminal(id);
  if (found === null) throw new Error(`There is no terminal "${id}"; the content check reports its place.`);
  const { title, task = "", windows, setup, steps, mistakes, hints } = found.terminal;
  return (
    <Terminal
      id={id}
      page={page}
      title={title}
      taskHtml={await renderMarkdown(task)}
      windows={windows}
      start={{ files: [...found.files], setup }}
      steps={await Promise.all(
        steps.map(async ({ name, ...step }) => ({ ...step, nameHtml: await renderPhrase(name) })),
      )}
      mistakes={await Promise.all(
        mistakes.map(async (mistake) => ({ ...mistake, messageHtml: await renderPhrase(mistake.message) })),
      )}
      hintsHtml={await Promise.all(hints.map(renderMarkdown))}
    />
  );
}
