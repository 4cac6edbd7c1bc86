import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { cellNamed, type LanguageName } from "./cell";

/** An exercise as people find it: a cell, and what helps to solve it. */
export function exerciseNamed(page: Page, title: string) {
  const cell = cellNamed(page, title);
  const { group } = cell;
  const button = (name: string) => group.getByRole("button", { name, exact: true });
  return {
    ...cell,
    check: button("Check"),
    hint: button("Hint"),
    askForSolution: button("Solution"),
    giveUp: button("I give up"),
    checks: group.getByRole("list", { name: "Checks" }).getByRole("listitem"),
    hints: group.getByRole("list", { name: "Hints" }).getByRole("listitem"),
    solution: group.getByRole("region", { name: "Solution" }),
    /** Sentences that tell how a press of a button went. */
    told: (sentence: string | RegExp) => group.getByRole("status").filter({ hasText: sentence }),
  };
}
export type ExerciseOnPage = ReturnType<typeof exerciseNamed>;

/** Presses Check and waits for the verdict. */
export async function checkUntil(exercise: ExerciseOnPage, verdict: "passed" | "failed") {
  await exercise.check.click();
  await expect(exercise.group).toHaveAttribute("data-verdict", verdict);
}

const extensions = { Python: "py", JavaScript: "js", TypeScript: "ts" } satisfies Record<
  LanguageName,
  string
>;

/** The author's solution, as it lies in an exercise's folder. */
export const solutionIn = (folder: string, language: LanguageName) =>
  readFileSync(`${folder}/solution.${extensions[language]}`, "utf8");
