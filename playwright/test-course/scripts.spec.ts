import { expect, test } from "@playwright/test";
import { cellNamed, expectState, printedIn, type CellOnPage, type LanguageName } from "../cell";
import { openWithSecondTab } from "../second-tab";

const CELL = { page: "/lessons/keeping/workshop", title: "Any script", id: "script" };

type Opened = { cell: CellOnPage; write: (code: string) => Promise<void> };
const opened = new Map<string, Promise<Opened>>();

/** The cell in one language, on a page that all tests of that language share. */
function open(
  browser: Parameters<typeof openWithSecondTab>[0],
  language: LanguageName,
  baseURL: string | undefined,
) {
  const open = async () => {
    const { page, write } = await openWithSecondTab(browser, {
      ...(baseURL && { baseURL }),
      ...CELL,
      language,
    });
    return { cell: cellNamed(page, CELL.title), write };
  };
  const known = opened.get(language) ?? open();
  opened.set(language, known);
  return known;
}

test("a script asks with prompt, waits for what is typed, and hears the end of the input", async ({
  browser,
  baseURL,
}) => {
  const { cell, write } = await open(browser, "JavaScript", baseURL);
  await write(
    `const name = prompt("Name?");\nconsole.log(["hello", name].join(" "));\nconsole.log(prompt("More?"));\n`,
  );
  await cell.run.click();
  const field = cell.group.getByRole("textbox", { name: "Input" });
  await field.fill("Ada");
  await field.press("Enter");
  await expect(cell.output).toContainText("hello Ada");
  await cell.group.getByRole("button", { name: "End of input" }).click();
  await expectState(cell, "done");
  await expect(cell.output).toContainText("null");
});

test("files that a script writes stand beside its output", async ({ browser, baseURL }) => {
  const { cell, write } = await open(browser, "JavaScript", baseURL);
  await write(`import { writeFileSync } from "node:fs";\nwriteFileSync("report.txt", "all quiet");\n`);
  await cell.run.click();
  await expectState(cell, "done");
  await expect(cell.group).toContainText("report.txt");
});

test("a cell in TypeScript runs, and its errors keep the learner's line and column", async ({
  browser,
  baseURL,
}) => {
  const { cell, write } = await open(browser, "TypeScript", baseURL);
  await write(
    `interface Lamp { lit: boolean }\nconst lamp: Lamp = { lit: true };\nconsole.log(lamp.lit as boolean);\n`,
  );
  await cell.run.click();
  await expectState(cell, "done");
  expect(await printedIn(cell, "stdout")).toBe("true\n");
  await write(`const lamp = null as unknown as { lit: boolean };\nconsole.log(lamp.lit);\n`);
  await cell.run.click();
  await expectState(cell, "failed");
  expect(await printedIn(cell, "stderr")).toContain(".ts:2:17");
});

test("what is more than a type is told in a sentence, with its place", async ({ browser, baseURL }) => {
  const { cell, write } = await open(browser, "TypeScript", baseURL);
  await write(`const a = 1;\nenum Colour { Red }\n`);
  await cell.run.click();
  await expectState(cell, "failed");
  expect(await printedIn(cell, "stderr")).toContain("an enum is more than a type");
  expect(await printedIn(cell, "stderr")).toContain(".ts:2:1");
});
