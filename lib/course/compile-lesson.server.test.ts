import { afterEach, expect, test, vi } from "vitest";
import { requireLesson } from "./compile-lesson.server";
import { codeHash } from "./recorded-output.server";
import { LESSON, installCourse } from "./course-for-tests";
import { requireCourse } from "./read-course.server";

afterEach(() => vi.restoreAllMocks());

const FOLDER = "content/01-loops/01-short";

async function compiled(text: string, files: Readonly<Record<string, string>> = {}) {
  await installCourse({ [`${FOLDER}/lesson.mdx`]: `${LESSON}\n${text}\n`, ...files });
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

const readers = ["first", "second"]
  .map((id) => {
    const attributes = id === "first" ? 'files="photos"' : 'after="first" files="more"';
    return `<Cell id="${id}" title="${id}" ${attributes}>\n\n\`\`\`python\n1\n\`\`\`\n\n</Cell>`;
  })
  .join("\n\n");
const trees = {
  [`${FOLDER}/files/photos/sea/one.txt`]: "1\n",
  [`${FOLDER}/files/photos/two.txt`]: "2\n",
  [`${FOLDER}/files/more/two.txt`]: "two\n",
};

test("a cell finds its own files over those of the cells that it comes after", async () => {
  const { cells } = await compiled(readers, trees);
  expect(cells.get("first")?.files).toEqual([
    { path: "sea/one.txt", text: "1\n" },
    { path: "two.txt", text: "2\n" },
  ]);
  expect(cells.get("second")?.files).toEqual([
    { path: "sea/one.txt", text: "1\n" },
    { path: "two.txt", text: "two\n" },
  ]);
});

test("another content of a given file makes the record of its cells out of date, and of no others", async () => {
  const hashes = async (files: Readonly<Record<string, string>>) => {
    const plain = '<Cell id="plain" title="Plain">\n\n```python\n1\n```\n\n</Cell>';
    const { cells } = await compiled(`${readers}\n\n${plain}`, files);
    return ["first", "second", "plain"].map((id) => codeHash(cells, id, "python"));
  };
  const before = await hashes(trees);
  const after = await hashes({ ...trees, [`${FOLDER}/files/photos/sea/one.txt`]: "one\n" });
  expect(after.map((hash, index) => hash === before[index])).toEqual([false, false, true]);
});
