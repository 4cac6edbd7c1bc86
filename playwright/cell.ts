import { expect, type Locator, type Page } from "@playwright/test";

export type LanguageName = "Python" | "JavaScript" | "TypeScript";
/** Those in which the course itself speaks. */
export const languageNames = ["Python", "JavaScript"] as const satisfies LanguageName[];

type State = "idle" | "starting" | "running" | "done" | "failed" | "stopped";

/** A cell or an exercise as people find it: by its title, with buttons by their names. */
export const cellNamed = (page: Page, title: string) =>
  cellIn(page.getByRole("group", { name: title }), title);

/** The same, by the id that the lesson's files have. */
export const cellWithId = (page: Page, id: string) => cellIn(page.locator(`[data-cell="${id}"]`), "");

function cellIn(group: Locator, title: string) {
  const button = (name: string) => group.getByRole("button", { name, exact: true });
  return {
    group,
    run: button("Run"),
    stop: button("Stop"),
    reset: button("Reset"),
    undoReset: button("Undo reset"),
    edit: button("Edit"),
    /** The code as text, before the editor is opened. */
    code: group.getByLabel(`${title}: code`, { exact: true }),
    editor: group.getByRole("textbox", { name: `${title}: code` }),
    output: group.getByRole("log", { name: "Output" }),
    /** What is said of the last run, under its output. */
    sentence: group.getByRole("status").first(),
    /** Whether Run means the browser's own engine. */
    ownEngine: group.getByRole("switch", { name: "Run on this browser’s own engine" }),
    languages: group.getByRole("radiogroup", { name: "Language" }),
  };
}
export type CellOnPage = ReturnType<typeof cellNamed>;

export const expectState = (cell: CellOnPage, state: State | RegExp) =>
  expect(cell.group).toHaveAttribute("data-state", state);

/** What the last run printed on one stream. */
export const printedIn = async ({ output }: CellOnPage, stream: "stdout" | "stderr") =>
  (await output.locator(`pre[data-stream="${stream}"]`).allTextContents()).join("");

/** Runs a cell and waits until it has ended by itself, as it should. */
export async function runToEnd(cell: CellOnPage) {
  await cell.run.click();
  await expectState(cell, "done");
}

export const languageOf = ({ languages }: CellOnPage, name: LanguageName) =>
  languages.getByRole("radio", { name, exact: true });

export async function chooseLanguage(cell: CellOnPage, name: LanguageName) {
  await cell.languages.getByText(name, { exact: true }).click();
  await expect(languageOf(cell, name)).toBeChecked();
}
