import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { answerQuiz, quizOn } from "../quiz";

/** In every feedback and every explanation of the quiz, and nowhere else. */
const CANARY = "CANARY";

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());

test("the key of a quiz is in no file that was built", () => {
  const built = [".next-course", "public"].flatMap(filesBelow);
  for (const kind of ["html", "rsc", "meta", "segments"])
    expect(
      built.some((file) => file.includes(`quizzes/keeping.${kind}`)),
      kind,
    ).toBe(true);
  expect(built.filter((file) => readFileSync(file).includes(CANARY))).toEqual([]);
});

test("the key is in nothing that a browser hears before it hands in, and beside each question after", async ({
  page,
}) => {
  const heard: Promise<string>[] = [];
  page.on("response", (response) => {
    const said = response.text().catch(() => "");
    heard.push(said.then((text) => `${response.url()} ${JSON.stringify(response.headers())} ${text}`));
  });
  await page.goto("/");
  await page.getByRole("link", { name: /Signals/ }).click();
  await page.getByRole("link", { name: /Practice quiz/ }).click();
  const quiz = quizOn(page);
  await answerQuiz(quiz, { right: 1 });
  await page.reload();
  await expect(quiz.submit).toBeEnabled();
  const before = await Promise.all(heard);
  expect(before.filter((each) => each.includes("/api/quizzes/keeping/draw"))).not.toEqual([]);
  expect(before.filter((each) => each.includes(CANARY))).toEqual([]);
  expect(await page.content()).not.toContain(CANARY);

  await quiz.submit.click();
  await expect(quiz.result).toContainText("of 3 points");
  await expect(quiz.form).toContainText("CANARY-FEEDBACK-LAMP");
  await expect(quiz.form).toContainText("CANARY-EXPLANATION-FOG");
  await expect(quiz.form).toContainText("CANARY-EXPLANATION-WATCH");
});

test("a draw says nothing about what is right: two of them differ in their order alone", async ({
  request,
}) => {
  const draw = async () => {
    const response = await request.get("/api/quizzes/keeping/draw");
    const text = await response.text();
    expect(text).not.toMatch(/"right"|feedback|explanation/);
    return text;
  };
  const lengths = new Set([(await draw()).length, (await draw()).length]);
  expect(lengths.size).toBe(1);
});
