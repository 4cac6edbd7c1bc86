import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { cellNamed, chooseLanguage } from "../cell";

const FOLDER = "content/02-slow-code/05-expensive-loop/exercises/caesar";
const LESSON = "/lessons/slow-code/expensive-loop";
const versions = [
  { language: "Python", key: "python", extension: "py" },
  { language: "JavaScript", key: "javascript", extension: "js" },
] as const;

for (const { language, key, extension } of versions) {
  test(`in ${language} the starter does all that is asked but spare work`, async ({ page }) => {
    await page.goto(LESSON);
    const exercise = cellNamed(page, "Caesar cipher");
    await chooseLanguage(exercise, language);
    await exercise.group.getByRole("button", { name: "Check" }).click();
    await expect(exercise.group).toHaveAttribute("data-verdict", "failed");
    const checks = exercise.group.getByRole("list", { name: "Checks" }).getByRole("listitem");
    await expect(checks.filter({ hasText: "Failed" })).toHaveCount(1);
    await expect(checks.filter({ hasText: "Failed" })).toContainText("100 %");
    await expect(checks.filter({ hasText: "Passed" })).toHaveCount(12);
  });

  test(`in ${language} the solution passes, and the server says so too`, async ({ page }) => {
    const solution = readFileSync(`${FOLDER}/solution.${extension}`, "utf8");
    await page.addInitScript(
      ([name, code]) => localStorage.setItem(name ?? "", code ?? ""),
      [`lento:draft:${LESSON}:caesar:${key}`, solution],
    );
    await page.goto(LESSON);
    const exercise = cellNamed(page, "Caesar cipher");
    await chooseLanguage(exercise, language);
    const handedIn = page.waitForResponse("**/api/submissions");
    await exercise.group.getByRole("button", { name: "Check" }).click();
    await expect(exercise.group).toHaveAttribute("data-verdict", "passed");
    expect((await handedIn).status()).toBe(201);
    expect(await (await page.request.get("/api/progress")).json()).toMatchObject({
      exercises: { caesar: { passed: true } },
    });
    await exercise.group.getByRole("button", { name: "Solution" }).click();
    await expect(exercise.group.getByRole("region", { name: "Solution" })).toContainText(
      "Why it was hard to see",
    );
  });
}

test("a wrong cipher is told what it gave and what was expected", async ({ page }) => {
  await page.addInitScript(
    (name) => localStorage.setItem(name, "def encrypt(text, shift):\n    return text\n"),
    `lento:draft:${LESSON}:caesar:python`,
  );
  await page.goto(LESSON);
  const exercise = cellNamed(page, "Caesar cipher");
  await exercise.group.getByRole("button", { name: "Check" }).click();
  await expect(exercise.group.getByRole("list", { name: "Checks" })).toContainText(
    "Gave 'Infosec' instead of 'Pumvzlj'",
  );
  await expect(exercise.group.getByRole("list", { name: "Checks" })).toContainText(
    "Work is counted once all other checks pass.",
  );
});
