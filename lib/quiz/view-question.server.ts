import "server-only";
import { renderMarkdown, renderPhrase } from "./markdown.server";
import type { Question } from "./question";
import type { QuestionView } from "./question-view";

/** The part of a question that may be seen before it is answered. */
export async function viewQuestion({ id, kind, prompt, options }: Question): Promise<QuestionView> {
  return {
    id,
    kind,
    promptHtml: await renderMarkdown(prompt),
    options: await Promise.all(options.map(async ({ id, text }) => ({ id, html: await renderPhrase(text) }))),
  };
}
