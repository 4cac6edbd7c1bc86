import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { cellNamed, expectState, printedIn, type CellOnPage } from "../cell";
import { openWithSecondTab } from "../second-tab";

/**
 * Every program in `playwright/programs-javascript` asserts by itself what the sentence at its head says: it prints
 * `false` nowhere, and `ok` at its end.
 */
const PROGRAMS = "playwright/programs-javascript";
const CELL = { page: "/lessons/keeping/workshop", title: "Any script", id: "script" };
const LONGEST_RUN_MS = 70_000;

type Program = { readonly file: string; readonly code: string };

const programs: Program[] = readdirSync(PROGRAMS)
  .filter((name) => name.endsWith(".js"))
  .toSorted()
  .map((name) => path.join(PROGRAMS, name))
  .map((file) => ({ file, code: readFileSync(file, "utf8") }));

function sentenceOf({ file, code }: Program) {
  const sentence = /^\/\/ (.+)\.\n/.exec(code)?.[1];
  if (sentence === undefined) throw new Error(`${file} does not begin with a sentence in a comment.`);
  return sentence;
}

/** One page runs them all, as a learner's does; each program comes to it as what was written in another tab. */
let cell: CellOnPage;
let write: (code: string) => Promise<void>;

test.beforeAll(async ({ browser, baseURL }) => {
  const opened = await openWithSecondTab(browser, {
    ...(baseURL && { baseURL }),
    ...CELL,
    language: "JavaScript",
  });
  cell = cellNamed(opened.page, CELL.title);
  ({ write } = opened);
});

for (const program of programs) {
  test(sentenceOf(program), async () => {
    await write(program.code);
    await cell.run.click();
    await expect(cell.group).toHaveAttribute("data-state", /^(done|failed)$/, { timeout: LONGEST_RUN_MS });
    expect(await printedIn(cell, "stderr")).toBe("");
    await expectState(cell, "done");
    const lines = (await printedIn(cell, "stdout")).split("\n");
    expect(lines).not.toContain("false");
    expect(lines.at(-2)).toBe("ok");
  });
}
