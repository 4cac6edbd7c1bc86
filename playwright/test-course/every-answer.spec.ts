import { expect, test, type Response } from "@playwright/test";
import { cellNamed, chooseLanguage, languageNames, runToEnd } from "../cell";
import { openEditor } from "../editing";
import { answerQuiz, quizOn } from "../quiz";

const everywhere = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
};

const kindOf = (response: Response) => {
  const { pathname } = new URL(response.url());
  const [, kind] = /^\/(machine|_next\/static|api)\//.exec(pathname) ?? [];
  return kind ?? (response.headers()["content-type"] ?? "").split(";")[0] ?? "";
};

test("every answer of a whole visit carries the security headers: pages, data, chunks, machine, service", async ({
  page,
}) => {
  const answers: Response[] = [];
  page.on("response", (response) => {
    // The workers' blobs never leave the browser.
    if (!response.url().startsWith("blob:")) answers.push(response);
  });
  await page.goto("/");
  await page.getByRole("link", { name: /First light/ }).click();
  const lamp = cellNamed(page, "Light the lamp");
  await openEditor(lamp);
  for (const language of languageNames) {
    await chooseLanguage(lamp, language);
    await runToEnd(lamp);
  }
  await page.goto("/quizzes/keeping");
  const quiz = quizOn(page);
  await answerQuiz(quiz, { right: 3 });
  await quiz.submit.click();
  await expect(quiz.result).toHaveText(/^3 of 3 points\./);

  for (const answer of answers) {
    expect(answer.status(), answer.url()).toBeLessThan(400);
    expect(answer.headers(), answer.url()).toMatchObject(everywhere);
  }
  expect([...new Set(answers.map(kindOf))].toSorted()).toEqual(
    expect.arrayContaining(["_next/static", "api", "machine", "text/html", "text/x-component"]),
  );
});

test("the machine's frame lives by a policy that lets nothing out", async ({ page }) => {
  const opening = page.waitForResponse(/\/machine\/frame\./);
  await page.goto("/lessons/keeping/first-light");
  await runToEnd(cellNamed(page, "Light the lamp"));
  const policy = (await opening).headers()["content-security-policy"]?.split("; ");
  expect(policy).toEqual(
    expect.arrayContaining([
      "sandbox allow-scripts",
      "default-src 'none'",
      "connect-src 'none'",
      "worker-src blob:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
    ]),
  );
  await expect(page.locator("iframe")).toHaveAttribute("sandbox", "allow-scripts");
});
