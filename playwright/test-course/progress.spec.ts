import { expect, test, type Browser, type Page } from "@playwright/test";
import { answerQuiz, quizOn } from "../quiz";

const LESSON = "/lessons/keeping/first-light";

async function newDevice(browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext({ ...(baseURL && { baseURL }) });
  return context.newPage();
}

async function takeQuiz(page: Page, right: 0 | 1 | 2 | 3) {
  await page.goto("/quizzes/keeping");
  const quiz = quizOn(page);
  await answerQuiz(quiz, { right });
  await quiz.submit.click();
  await expect(quiz.result).toContainText(`${right} of 3 points`);
}

const rowOf = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) });

test("progress is shown, goes on at another device with a code that adds what was done there, and can be deleted", async ({
  browser,
  baseURL,
}) => {
  const home = await newDevice(browser, baseURL);
  await takeQuiz(home, 3);
  await home.goto(LESSON, { waitUntil: "networkidle" });
  await home.getByRole("heading", { name: "The log book" }).scrollIntoViewIfNeeded();
  await expect(home.getByRole("heading", { name: "The log book" })).toBeInViewport();
  await home.goto("/");
  const resume = home.getByRole("link", { name: "Go on where you were First light" });
  await expect(resume).toHaveAttribute("href", new RegExp(`^${LESSON}#`));

  await home.goto("/progress");
  await home.getByText("As a table").click();
  await expect(rowOf(home, "Quiz: .*Keeping")).toContainText("best 3 of 3, taken once");
  await expect(rowOf(home, "First light")).toContainText(/read/);
  await home.getByRole("button", { name: "Make a recovery code" }).click();
  const link = home.getByRole("link", { name: /#code=/ });
  const address = (await link.getAttribute("href")) ?? "";

  const phone = await newDevice(browser, baseURL);
  await takeQuiz(phone, 1);
  await phone.goto(address);
  await expect(phone.getByRole("textbox", { name: "Recovery code" })).toHaveValue(/^(\w{4}-){7}\w{4}$/);
  await expect(phone).toHaveURL(/\/continue$/);
  await expect(phone.getByText("it is added to theirs")).toBeVisible();
  await phone.getByRole("button", { name: "Go on as this learner" }).click();
  await phone.getByText("As a table").click();
  await expect(rowOf(phone, "Quiz: .*Keeping")).toContainText("best 3 of 3, taken 2 times");

  await phone.getByRole("button", { name: "Delete everything …" }).click();
  await phone.getByRole("button", { name: "Yes, delete everything" }).click();
  await expect(phone.getByRole("dialog", { name: "Really? Nothing can bring it back." })).toBeVisible();
  await phone.getByRole("button", { name: "Delete it for good" }).click();
  await expect(phone.getByRole("link", { name: /^Begin with/ })).toBeVisible();
  await home.goto("/progress", { waitUntil: "networkidle" });
  await home.getByText("As a table").click();
  await expect(rowOf(home, "Quiz: .*Keeping")).toContainText("not taken");
});
