import { expect, test } from "@playwright/test";
import {
  checkTerminal,
  enterCommand,
  expectStep,
  MACHINE_TIMEOUT_MS,
  startMachine,
  terminalExerciseNamed,
} from "../terminal-exercise";

const LESSON = "/lessons/keeping/at-the-quay";

test.describe.configure({ timeout: 4 * MACHINE_TIMEOUT_MS });

test("its steps are ticked off one by one, in whatever order makes sense, and it passes by itself", async ({
  page,
}) => {
  await page.goto(LESSON);
  const pumps = terminalExerciseNamed(page, "The pumps", 2);
  await expect(pumps.check).toBeDisabled();
  await startMachine(pumps);

  await enterCommand(pumps, "> /var/log/pump.log");
  await expectStep(pumps, "The log is nearly empty", { isReached: true });
  await enterCommand(pumps, "pidof -x pump");
  await expectStep(pumps, "You looked for the pumps", { isReached: true });
  await expectStep(pumps, "You looked for them again", { isReached: false });

  await enterCommand(pumps, "killall -STOP pump");
  await expect(pumps.told.filter({ hasText: "They stand still, but they are not nicer yet" })).toBeVisible();
  await checkTerminal(pumps, "failed");
  await expect(pumps.status("Not passed yet.")).toBeVisible();

  await enterCommand(pumps, "renice 12 -p $(pidof -x pump)");
  await expectStep(pumps, "All three are suspended, and nicer by 10 or more", { isReached: true });
  await expect(pumps.told).toHaveCount(0);
  const handedIn = page.waitForResponse("**/api/submissions");
  await enterCommand(pumps, "pidof -x pump");
  await expect(pumps.group).toHaveAttribute("data-verdict", "passed", { timeout: MACHINE_TIMEOUT_MS });
  await expect(pumps.status("Passed.")).toBeVisible();
  const answer = await handedIn;
  expect(answer.status()).toBe(201);
  expect(await answer.json()).toMatchObject({ trust: "reported", verdict: { outcome: "passed" } });

  await enterCommand(pumps, "killall -CONT pump");
  await expect(pumps.group).toHaveAttribute("data-verdict", "passed");

  await page.goto("/progress");
  await page.getByText("As a table").click();
  await expect(page.getByRole("row", { name: /The pumps/ })).toContainText("passed in the shell");
});

test("what was reached is there again when the page was left, and gone after starting over", async ({
  page,
}) => {
  await page.goto(LESSON);
  const pumps = terminalExerciseNamed(page, "The pumps", 2);
  await startMachine(pumps);
  await enterCommand(pumps, "> /var/log/pump.log");
  await expectStep(pumps, "The log is nearly empty", { isReached: true });
  await page.getByRole("link", { name: "Progress" }).click();
  await expect(page.getByRole("heading", { name: "Your progress" })).toBeVisible();
  await page.goBack();
  await startMachine(pumps);
  await expectStep(pumps, "The log is nearly empty", { isReached: true });
  await pumps.startOver.click();
  await expectStep(pumps, "The log is nearly empty", { isReached: false });
});

test("hints unfold one by one; the solution is closed, then open, and is typed by itself", async ({
  page,
}) => {
  await page.goto(LESSON);
  const pumps = terminalExerciseNamed(page, "The pumps", 2);
  await expect(pumps.hints).toHaveCount(0);
  for (const [index, hint] of ["renice 10 -p", "killall sends a signal", "A bare >"].entries()) {
    await pumps.hint.click();
    await expect(pumps.hints).toHaveCount(index + 1);
    await expect(pumps.hints.last()).toContainText(hint);
  }
  await pumps.askForSolution.click();
  await expect(pumps.status("3 more failed tries")).toBeVisible();
  await expect(pumps.solution).toHaveCount(0);
  await pumps.giveUp.click();
  await expect(pumps.solution).toContainText("killall -STOP pump");
  await expect(pumps.solution).toContainText("keeps its memory");
  await pumps.replay.click();
  await expect(pumps.group).toHaveAttribute("data-verdict", "passed", { timeout: 4 * MACHINE_TIMEOUT_MS });
  await expect(pumps.lines.filter({ hasText: "killall -STOP pump" })).not.toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the task and the steps can be read", async ({ page }) => {
    await page.goto(LESSON);
    const pumps = terminalExerciseNamed(page, "The pumps", 2);
    await expect(pumps.group).toContainText("Find their process ids with pidof -x pump");
    await expect(pumps.steps).toHaveCount(4);
    await expectStep(pumps, "The log is nearly empty", { isReached: false });
    await expect(pumps.start).toBeDisabled();
  });
});
