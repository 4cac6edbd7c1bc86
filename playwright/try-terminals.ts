import { expect, test, type Page } from "@playwright/test";
import { textOf } from "./text-of";
import {
  checkTerminal,
  enterCommand,
  expectStep,
  MACHINE_TIMEOUT_MS,
  startMachine,
  terminalExerciseNamed,
} from "./terminal-exercise";
import { terminalExercisesOf, type TerminalFolder } from "./terminal-folders";

/** As long as an author's longest command may take on a busy machine, for each of a few. */
const TRY_TIMEOUT_MS = 4 * MACHINE_TIMEOUT_MS;

/** Each takes a machine of its own, on one of two cores: an author tries the others as they are written. */
const ENOUGH = 3;

/** Tries every terminal of a course: nothing is reached at the start, each wrong answer is told, the solution passes. */
export function tryTerminals(content: string) {
  for (const found of terminalExercisesOf(content))
    test.describe(found.id, () => {
      test.describe.configure({ timeout: TRY_TIMEOUT_MS });
      const { steps, wrongAnswers } = found.terminal;

      for (const { commands, misses, message } of wrongAnswers.slice(0, ENOUGH))
        test(`"${commands.join("; ")}" does not reach ${misses}, and is told why`, async ({ page }) => {
          const terminal = await open(page, found);
          await startMachine(terminal);
          for (const command of commands) await enterCommand(terminal, command);
          await checkTerminal(terminal, "failed");
          const missed = steps.find(({ id }) => id === misses);
          await expectStep(terminal, textOf(missed?.name ?? misses), { isReached: false });
          await expect(terminal.told.filter({ hasText: message })).toHaveCount(1);
        });

      test("at the start no step is reached; the solution, replayed, reaches every one", async ({ page }) => {
        const terminal = await open(page, found);
        await startMachine(terminal);
        await checkTerminal(terminal, "failed");
        for (const { name } of steps) await expectStep(terminal, textOf(name), { isReached: false });
        await expect(terminal.told).toHaveCount(0);
        await terminal.giveUp.click();
        await terminal.replay.click();
        await expect(terminal.group).toHaveAttribute("data-verdict", "passed", { timeout: TRY_TIMEOUT_MS });
        for (const { name } of steps) await expectStep(terminal, textOf(name), { isReached: true });
        await expect(terminal.told).toHaveCount(0);
      });
    });
}

async function open(page: Page, { page: address, terminal: { title, windows } }: TerminalFolder) {
  await page.goto(address);
  return terminalExerciseNamed(page, title, windows);
}
