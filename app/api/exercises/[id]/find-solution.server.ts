import "server-only";
import { findExercise } from "@/lib/course/find-exercise.server";
import { findTerminal } from "@/lib/course/find-terminal.server";
import { highlight } from "@/lib/course/highlight.server";
import { renderMarkdown } from "@/lib/quiz/markdown.server";
import type { SubmittedLanguage } from "@/lib/run/submitted-language";

/** What stands behind the gate of an exercise, in the languages that there are. */
export type ClosedSolution = {
  readonly languages: readonly SubmittedLanguage[];
  readonly open: (language: SubmittedLanguage) => Promise<OpenSolution>;
};

type OpenSolution = {
  readonly code: string;
  readonly html: string;
  readonly explanationHtml: string;
  /** Of a terminal, in their order. */
  readonly commands: readonly string[];
};

/** The solution of an exercise or of a terminal with steps; null where there is none of this id. */
export async function findSolution(id: string): Promise<ClosedSolution | null> {
  const found = await findExercise(id);
  if (found === null) return terminalSolution(id);
  return {
    languages: found.languages,
    async open(language) {
      if (language === "shell") throw new Error(`The exercise "${id}" is a program, and no commands.`);
      const code = await found.solution(language);
      return {
        code,
        html: await highlight(code, language),
        explanationHtml: await renderMarkdown(found.exercise.explanation),
        commands: [],
      };
    },
  };
}

async function terminalSolution(id: string): Promise<ClosedSolution | null> {
  const found = await findTerminal(id);
  if (found === null || found.terminal.steps.length === 0) return null;
  const { solution: commands, explanation = "" } = found.terminal;
  const code = commands.map((command) => command.trimEnd()).join("\n");
  return {
    languages: ["shell"],
    open: async () => ({
      code,
      html: await highlight(code, "shellscript"),
      explanationHtml: await renderMarkdown(explanation),
      commands,
    }),
  };
}
