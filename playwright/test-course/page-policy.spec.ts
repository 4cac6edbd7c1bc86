import { createHash } from "node:crypto";
import { expect, test } from "@playwright/test";
import { cellNamed, chooseLanguage, languageNames, runToEnd } from "../cell";
import { openEditor } from "../editing";
import { checkUntil, exerciseNamed } from "../exercise";
import { answerQuiz, quizOn } from "../quiz";

// Its registration is a part of every visit.
test.use({ serviceWorkers: "allow" });

const pages = [
  "/",
  "/lessons/keeping/first-light",
  "/lessons/keeping/signals",
  "/quizzes/keeping",
  "/nowhere",
];
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

const hashOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

test("a page's policy names its own inline scripts by their hashes, all of them and no other", async ({
  request,
}) => {
  for (const path of pages) {
    const response = await request.get(path);
    const policy = response.headers()["content-security-policy"] ?? "";
    const allowed = /script-src ([^;]*)/.exec(policy)?.[1]?.split(" ") ?? [];
    const inline = [...(await response.text()).matchAll(INLINE_SCRIPT)].map(([, script]) =>
      hashOf(script ?? ""),
    );
    expect(inline.length, path).toBeGreaterThan(0);
    expect(new Set(allowed), path).toEqual(new Set(["'self'", ...inline]));
    expect(policy, path).toContain("object-src 'none'; base-uri 'none'");
  }
});

test("a whole visit breaks no policy and leaves nothing in the console: read, edit, run, check, be asked", async ({
  page,
}) => {
  const said: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto("/");
  await page.getByRole("link", { name: /First light/ }).click();
  const lamp = cellNamed(page, "Light the lamp");
  for (const language of languageNames) {
    await chooseLanguage(lamp, language);
    await openEditor(lamp);
    await runToEnd(lamp);
  }
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await page.getByRole("link", { name: /Next/ }).click();
  const horn = exerciseNamed(page, "The fog horn");
  await checkUntil(horn, "failed");
  await horn.hint.click();
  await horn.giveUp.click();
  await expect(horn.solution).toBeVisible();
  await page.getByRole("link", { name: /Practice quiz/ }).click();
  const quiz = quizOn(page);
  await answerQuiz(quiz, { right: 3 });
  await quiz.submit.click();
  await expect(quiz.result).toHaveText(/^3 of 3 points\./);
  expect(said).toEqual([]);
});

test("a script that the policy does not name does not run", async ({ page }) => {
  await page.goto("/");
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'taken over'";
    const refused = new Promise((resolve) =>
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
        resolve(effectiveDirective),
      ),
    );
    document.body.append(script);
    return refused;
  });
  expect(ran).toMatch(/^script-src/);
  await expect(page).toHaveTitle("The lighthouse");
});
