import { expect, type Page } from "@playwright/test";

/** A machine boots in seconds; beside other work on two cores it may take its time. */
export const MACHINE_TIMEOUT_MS = 90_000;

/** A terminal with steps as people find it: an exercise, the first of its windows, and what helps to solve it. */
export function terminalExerciseNamed(page: Page, title: string, windows = 1) {
  const group = page.getByRole("group", { name: `Exercise ${title}`, exact: true });
  const name = windows === 1 ? `Terminal of ${title}` : `Terminal 1 of ${title}`;
  const first = group.getByRole("group", { name, exact: true });
  const button = (name: string) => group.getByRole("button", { name, exact: true });
  return {
    group,
    /** What stands in the first window; a terminal has roles for its lines in its screen-reader mode only. */
    lines: first.locator(".xterm-rows > div").filter({ hasText: /\S/ }),
    keys: first.getByRole("textbox", { name: new RegExp(`^${name}`) }),
    start: button("Start"),
    startOver: button("Start over"),
    check: button("Check"),
    hint: button("Hint"),
    askForSolution: button("Solution"),
    giveUp: button("I give up"),
    replay: button("Replay"),
    steps: group.getByRole("list", { name: "Checks" }).getByRole("listitem"),
    told: group.getByRole("list", { name: "Look again" }).getByRole("listitem"),
    hints: group.getByRole("list", { name: "Hints" }).getByRole("listitem"),
    solution: group.getByRole("region", { name: "Solution" }),
    status: (sentence: string | RegExp) => group.getByRole("status").filter({ hasText: sentence }),
  };
}
export type TerminalExerciseOnPage = ReturnType<typeof terminalExerciseNamed>;

const PROMPT = /^root@lento:[^#]*#\s*$/;

/** The first window waits for a command. */
export const expectPrompt = ({ lines }: TerminalExerciseOnPage) =>
  expect(lines.last()).toHaveText(PROMPT, { timeout: MACHINE_TIMEOUT_MS });

export async function startMachine(terminal: TerminalExerciseOnPage) {
  await terminal.start.click();
  await expectRunning(terminal);
}

async function expectRunning(terminal: TerminalExerciseOnPage) {
  await expect(terminal.group).toHaveAttribute("data-state", "running", { timeout: MACHINE_TIMEOUT_MS });
  await expectPrompt(terminal);
}

/** Types a command into the first window and waits until the prompt is back. */
export async function enterCommand(terminal: TerminalExerciseOnPage, command: string) {
  await terminal.keys.focus();
  await terminal.group.page().keyboard.type(command);
  const [lastWord = command] = command.trim().split(/\s/).slice(-1);
  await expect(terminal.lines.last()).toContainText(lastWord);
  await terminal.group.page().keyboard.press("Enter");
  await expectPrompt(terminal);
}

/** The step of this name, as reached or not. */
export const expectStep = (
  { steps }: TerminalExerciseOnPage,
  name: string,
  { isReached }: { isReached: boolean },
) =>
  expect(steps.filter({ hasText: wholly(name) })).toContainText(isReached ? "Reached:" : "Not yet:", {
    timeout: MACHINE_TIMEOUT_MS,
  });

/** One step's name may begin as another's does. */
const wholly = (name: string) =>
  new RegExp(String.raw`: ${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}\s*$`);

/** Presses Check and waits for the verdict. */
export async function checkTerminal(terminal: TerminalExerciseOnPage, verdict: "passed" | "failed") {
  await terminal.check.click();
  await expect(terminal.group).toHaveAttribute("data-verdict", verdict, { timeout: MACHINE_TIMEOUT_MS });
}
