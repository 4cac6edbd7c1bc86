import "server-only";
import { highlight } from "@/lib/course/highlight.server";
import { GAP } from "./fill-in";
import { renderMarkdown, renderPhrase } from "./markdown.server";
import type { Question } from "./question";
import type { QuestionView } from "./question-view";
import { shownOrder } from "./shown-order";
import type { Stimulus, StimulusView } from "./stimulus";

/** The part of a question that may be seen before it is answered, in the order that `seed` gives it. */
export async function viewQuestion(question: Question, seed: string): Promise<QuestionView> {
  const shown = {
    id: question.id,
    promptHtml: await renderMarkdown(question.prompt),
    stimulus: question.stimulus === undefined ? null : await viewStimulus(question.stimulus),
  };
  const order = shownOrder(question, seed);
  switch (question.kind) {
    case "single":
    case "multiple":
      return { kind: question.kind, ...shown, options: await phrases(inOrder(question.options, order)) };
    case "true-or-false":
      return {
        kind: question.kind,
        ...shown,
        options: [
          { id: "true", html: "True" },
          { id: "false", html: "False" },
        ],
      };
    case "numeric":
      return { kind: question.kind, ...shown, unit: question.unit ?? null, cellHref: null };
    case "measured": {
      const cellHref = `/lessons/${question.cell.replace("#", "#cell-")}`;
      return { kind: question.kind, ...shown, unit: question.unit ?? null, cellHref };
    }
    case "text":
      return { kind: question.kind, ...shown };
    case "ordering":
      return { kind: question.kind, ...shown, items: await phrases(inOrder(question.items, order)) };
    case "parsons": {
      const lines = inOrder([...question.lines, ...question.distractors], order);
      return { kind: question.kind, ...shown, lines: lines.map(({ id, text }) => ({ id, text })) };
    }
    case "matching": {
      const options = inOrder(question.options, order).map(({ id, text }) => ({ id, text }));
      const rows = question.rows.map(async ({ text }) => ({ html: await renderPhrase(text) }));
      return { kind: question.kind, ...shown, options, rows: await Promise.all(rows) };
    }
    case "fill-in": {
      const [before = "", after = ""] = question.code.split(GAP);
      return { kind: question.kind, ...shown, before, after };
    }
    default:
      return question satisfies never;
  }
}

const inOrder = <Entry extends { id: string }>(entries: readonly Entry[], order: readonly string[]) =>
  order.flatMap((id) => entries.filter((entry) => entry.id === id));

const phrases = (entries: readonly { id: string; text: string }[]) =>
  Promise.all(entries.map(async ({ id, text }) => ({ id, html: await renderPhrase(text) })));

async function viewStimulus(stimulus: Stimulus): Promise<StimulusView> {
  if (stimulus.kind !== "code") return stimulus;
  return { kind: "code", html: await highlight(stimulus.text.trimEnd(), stimulus.language) };
}
