import { expect, test, type Browser, type Page } from "@playwright/test";
import { allowClipboard, openEditor, pasteOver } from "../editing";
import { checkUntil, exerciseNamed, solutionIn } from "../exercise";
import { answerQuiz, quizOn } from "../quiz";

const FOG_HORN = "playwright/content/02-keeping/02-signals/exercises/fog-horn";
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

test("the course's page says quietly what of each lesson is done, and asks the server once", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
  await page.goto("/");
  const lesson = page.getByRole("link", { name: /Signals/ });
  await expect(lesson).toBeVisible();
  await expect(lesson).not.toContainText(/So far|Done/);
  await lesson.click();
  const horn = exerciseNamed(page, "The fog horn");
  await allowClipboard(page);
  await openEditor(horn);
  await pasteOver(horn, solutionIn(FOG_HORN, "Python"));
  const handedIn = page.waitForResponse("**/api/submissions");
  await checkUntil(horn, "passed");
  await handedIn;
  await page.goto("/");
  await expect(lesson).toContainText(/passed/);
  await expect(page.getByText(/You have read \d of 4 lessons and passed 1 of 5 exercises\./)).toBeVisible();
  asked.length = 0;
  await page.reload({ waitUntil: "networkidle" });
  await expect(lesson).toContainText(/passed/);
  expect(asked.filter((path) => path === "/api/progress")).toHaveLength(1);
});
