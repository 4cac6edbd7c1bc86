import { afterEach, expect, test, vi } from "vitest";
import { requireLesson } from "./compile-lesson.server";
import { LESSON, installCourse } from "./course-for-tests";
import { requireCourse } from "./read-course.server";

afterEach(() => vi.restoreAllMocks());

async function compiled(text: string) {
  await installCourse({ "content/01-loops/01-short/lesson.mdx": `${LESSON}\n${text}\n` });
  const { modules } = await requireCourse();
  const entry = modules[0]?.lessons[0];
  if (entry === undefined) throw new Error("The course for tests has a lesson.");
  return requireLesson(entry);
}

test("headings get an id each and are listed for the table of contents", async () => {
  const { headings } = await compiled("## What is `slow`?\n\n### Twice\n\n## Twice");
  expect(headings).toEqual([
    { depth: 2, id: "what-is-slow", text: "What is slow?" },
    { depth: 3, id: "twice", text: "Twice" },
    { depth: 2, id: "twice-1", text: "Twice" },
  ]);
});

test("a cell's code is kept as written, in the order of its fences", async () => {
  const code = "print(\"<b>\", '{x}', `y`)\n\tif True: pass";
  const { cells } = await compiled(
    `<Cell id="sum" title="Sum">\n\n\`\`\`python\n${code}\n\`\`\`\n\n\`\`\`javascript\n1\n\`\`\`\n\n</Cell>`,
  );
  expect(cells.get("sum")?.sources).toEqual([
    { language: "python", code },
    { language: "javascript", code: "1" },
  ]);
});
