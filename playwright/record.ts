import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { chromium, type Locator, type Page } from "@playwright/test";
import { requireLesson } from "@/lib/course/compile-lesson.server";
import type { LessonEntry } from "@/lib/course/course";
import { requireCourse } from "@/lib/course/read-course.server";
import {
  codeHash,
  readRecorded,
  recordedPath,
  type RecordedOutput,
} from "@/lib/course/recorded-output.server";
import { languages } from "@/lib/run/language-names";
import { browserArguments, browserPath } from "./find-browser";
import { whileServed } from "./served";

/**
 * `npm run record`: presses Run on every cell whose code has changed since its output was recorded (all with `--all`), as
 * a learner would, and keeps what it prints in `recorded/` beside the lesson.
 */
const PORT = 4320;
/** More than a process takes to start on a slow machine. */
const BOOT_MS = 1_500;
const FIRST_BOOT_MS = 3_000;
const isAll = process.argv.includes("--all");

async function recordLesson(page: Page, lesson: LessonEntry) {
  const { cells } = await requireLesson(lesson);
  const wanted = new Set<string>();
  for (const { id, sources, processes } of cells.values())
    for (const { language } of sources) {
      const file = recordedPath(lesson.folder, id, language);
      wanted.add(path.basename(file));
      const hash = codeHash(cells, id, language);
      if (!isAll && (await readRecorded(lesson.folder, id, language))?.codeHash === hash) continue;
      const cell = page.locator(`[data-cell="${id}"]`);
      const name = languages[language].name;
      if (sources.length > 1) await cell.getByRole("radio", { name }).check({ force: true });
      if (processes > 0) await bootAhead(cell, processes);
      const record: RecordedOutput = { codeHash: hash, ...(await printed(cell)) };
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, `${JSON.stringify(record, null, 2)}\n`);
      process.stdout.write(`${lesson.file}: recorded "${id}" in ${name}\n`);
    }
  const folder = path.join(lesson.folder, "recorded");
  for (const file of await readdir(folder).catch(() => []))
    if (!wanted.has(file)) await rm(path.join(folder, file));
}

/** As when a learner has read what comes before it: its processes are there when Run is pressed. */
async function bootAhead(cell: Locator, processes: number) {
  await cell.hover();
  await cell.page().waitForTimeout(FIRST_BOOT_MS + processes * BOOT_MS);
}

async function printed(cell: Locator) {
  await cell.getByRole("button", { name: "Run", exact: true }).click();
  await cell
    .and(cell.page().locator('[data-state="done"], [data-state="failed"]'))
    .waitFor({ timeout: 60_000 });
  const texts = (stream: string) => cell.locator(`pre[data-stream="${stream}"]`).allTextContents();
  return {
    stdout: (await texts("stdout")).join(""),
    stderr: (await texts("stderr")).join("").replaceAll("Error output: ", ""),
  };
}

const executablePath = browserPath();
const browser = await chromium.launch({
  args: browserArguments,
  ...(executablePath === undefined ? {} : { executablePath }),
});
const { modules } = await requireCourse();
await whileServed(PORT, async (origin) => {
  const page = await browser.newPage();
  for (const module of modules)
    for (const lesson of module.lessons) {
      await page.goto(`${origin}/lessons/${module.slug}/${lesson.slug}`);
      await recordLesson(page, lesson);
    }
});
await browser.close();
