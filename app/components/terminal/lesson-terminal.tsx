import { findTerminal } from "@/lib/course/find-terminal.server";
import { renderMarkdown, renderPhrase } from "@/lib/quiz/markdown.server";
import { MachineFiles } from "@/lib/machine/machine-files";
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
      files={found.files.map(({ bytes, ...file }) => ({ ...file, content: textOf(bytes) ?? bytes }))}
      setup={setup}
      steps={await Promise.all(
        steps.map(async ({ name, ...step }) => ({ ...step, nameHtml: await renderPhrase(name) })),
      )}
      mistakes={await Promise.all(
        mistakes.map(async ({ message, ...mistake }) => ({
          ...mistake,
          messageHtml: await renderPhrase(message),
        })),
      )}
      fetchedBytes={fetchedBytes()}
      hintsHtml={await Promise.all(hints.map(renderMarkdown))}
    />
  );
}

/** A file's text, which takes less room in a page than its bytes; null where it is none. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What starting a machine fetches; null where this site was built without Linux. */
function fetchedBytes() {
  const files = MachineFiles.safeParse(JSON.parse(process.env["MACHINE_FILES"] ?? "null"));
  return files.data?.linux?.packedBytes ?? null;
}
