import { afterEach, expect, test, vi } from "vitest";
import { checkContent } from "./check-content.server";
import { installCourse } from "./course-for-tests";
import { newLesson } from "./new-lesson.server";
import { readCourse } from "./read-course.server";

afterEach(() => vi.restoreAllMocks());

const wanted = { module: "loops", slug: "long-loops", title: 'Long: "loops"' };

test("a new lesson comes behind the others of its module, and is sound as it is", async () => {
  await installCourse();
  expect(await newLesson(wanted)).toEqual({
    file: "content/01-loops/02-long-loops/lesson.mdx",
    address: "/lessons/loops/long-loops",
  });
  expect(await checkContent()).toEqual([]);
  const { course } = await readCourse();
  expect(course.modules[0]?.lessons.map(({ title }) => title)).toEqual(["Short", 'Long: "loops"']);
});

test.each([
  ["a module that is not there", { module: "lops" }, 'There is no module "lops". There are loops.'],
  ["an address that cannot be one", { slug: "Long loops" }, '"Long loops" cannot be in an address'],
  ["an address that is taken", { slug: "short" }, "already: content/01-loops/01-short."],
])("%s is told, and nothing is made", async (_, change, problem) => {
  await installCourse();
  expect(await newLesson({ ...wanted, ...change })).toEqual({ problem: expect.stringContaining(problem) });
  const { course } = await readCourse();
  expect(course.modules[0]?.lessons).toHaveLength(1);
});
