import { expect, test } from "@playwright/test";
import { enter, expectLine, openPromptAtQuay, type TerminalOnPage } from "../terminal";

/** Starts a fresh machine in the place of one that is of no use any more; its prompt answers. */
async function startOver(terminal: TerminalOnPage) {
  await terminal.startOver.click();
  await expect(terminal.group).toHaveAttribute("data-state", "running");
  const window = terminal.window("Terminal");
  await expect(window.rows).toContainText("# ");
  await enter(window, "echo as-new");
  await expectLine(window, "as-new");
}

test("a fork bomb takes the machine, not the page: Start over gives a new one", async ({ page }) => {
  const { terminal, window } = await openPromptAtQuay(page);
  await enter(window, ":(){ :|:& };:");
  await expect(window.rows).toContainText(/fork: |Out of memory|\[\d+\] \d+/);
  const mode = terminal.group.getByRole("switch", { name: "Screen-reader mode" });
  await mode.check();
  await mode.uncheck();
  await startOver(terminal);
});

test("a memory that is filled up ends a program or the machine, not the page", async ({ page }) => {
  const { terminal, window } = await openPromptAtQuay(page);
  await enter(window, "dd if=/dev/zero of=/dev/shm/full bs=1M; tail /dev/zero; echo over");
  await expectLine(window, "over");
  await startOver(terminal);
});

test("the first process cannot be killed, and the prompt goes on", async ({ page }) => {
  const { window } = await openPromptAtQuay(page);
  await enter(window, "kill -9 1; echo alive-$?");
  await expectLine(window, /^alive-\d/);
});

test("a kernel that panics is told, and Start over gives a new machine", async ({ page }) => {
  const { terminal, window } = await openPromptAtQuay(page);
  await enter(window, "echo 1 > /proc/sys/kernel/sysrq; echo c > /proc/sysrq-trigger");
  await expect(terminal.group).toHaveAttribute("data-state", "failed");
  await expect(terminal.group).toContainText("Its kernel panicked");
  await startOver(terminal);
});

test("a machine that is switched off is told, and Start over gives a new one", async ({ page }) => {
  const { terminal, window } = await openPromptAtQuay(page);
  await enter(window, "poweroff -f");
  await expect(terminal.group).toHaveAttribute("data-state", "failed");
  await expect(terminal.group).toContainText("switched off");
  await startOver(terminal);
});
