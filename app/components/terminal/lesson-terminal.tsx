import { findTerminal } from "@/lib/course/find-terminal.server";
import { renderMarkdown, renderPhrase } from "@/lib/quiz/markdown.server";
import { MachineFiles } from "@/lib/machine/machine-files";
import { TerminalPlace } from "./terminal-place";

/** A terminal as it stands in a lesson. What only the server may know (the solution, wrong answers) stays here. */
export async function LessonTerminal({ id, page }: { readonly id: string; readonly page: string }) {
  const found = await findTerminal(id);
  if (found === null) throw new Error(`There is no terminal "${id}"; the content check reports its place.`);
  const { title, task = "", windows, setup, steps, mistakes, hints } = found.terminal;
  return (
    <TerminalPlace
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
      fetchedBytes={fetchedBytes()}
      hintsHtml={await Promise.all(hints.map(renderMarkdown))}
    />
  );
}

/** What starting a machine fetches; null where this site was built without Linux. */
function fetchedBytes() {
  const files = MachineFiles.safeParse(JSON.parse(process.env["MACHINE_FILES"] ?? "null"));
  return files.data?.linux?.packedBytes ?? null;
}
