import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openProcess } from "@/lib/javascript/process-for-tests";
import { runInJavaScript } from "@/lib/javascript/run-in-javascript";
import { bootInNode } from "@/lib/python/boot-in-node";
import { BEAMS } from "@/playwright/beams";

// The journey `instruments` finds the same numbers in a browser.
const lesson = readFileSync(BEAMS.lesson, "utf8");

/** The cell's program in one language. */
function programIn(fence: "python" | "javascript") {
  const cell = lesson.slice(lesson.indexOf(BEAMS.title));
  return cell.split(`\`\`\`${fence}\n`)[1]?.split("\n```")[0] ?? "";
}

test("Python counts the same work in Node as in a browser", async () => {
  const { runtime } = await bootInNode();
  await runtime.replay([]);
  const { work } = await runtime.runCounted({ path: "beams.py", code: programIn("python") });
  expect(work).toEqual({ unit: "steps", count: BEAMS.steps.Python, varies: false });
});

test("JavaScript counts the same work in Node as in a browser", async () => {
  const program = { path: "beams.js", code: programIn("javascript") };
  const { process, request, told } = await openProcess({ program, instrument: { kind: "count" } });
  await runInJavaScript(process, request);
  expect(told.find(({ type }) => type === "work")).toEqual({
    type: "work",
    work: { unit: "steps", count: BEAMS.steps.JavaScript, varies: false },
  });
});
