import { expect, type Page } from "@playwright/test";

export const QUAY = "/lessons/keeping/at-the-quay";
/** A terminal there; it has one window. */
export const PROMPT = "A prompt at the quay";

/** A terminal of a lesson as people find it: by its title. */
export function terminalNamed(page: Page, title: string) {
  const group = page.getByRole("group", { name: new RegExp(`^(Exercise )?${title}$`) });
  const button = (name: string) => group.getByRole("button", { name, exact: true });
  return {
    title,
    group,
    start: button("Start"),
    startOver: button("Start over"),
    undoStartOver: button("Undo start over"),
    tab: (name: string) => group.getByRole("tab", { name, exact: true }),
    window: (name: string) => windowNamed(page, `${name} of ${title}`),
  };
}
export type TerminalOnPage = ReturnType<typeof terminalNamed>;

/** One of its windows: `Terminal 1 of Signals`. */
function windowNamed(page: Page, name: string) {
  const group = page.getByRole("group", { name, exact: true });
  return {
    group,
    /** Where the keys go. */
    input: group.getByRole("textbox", { name: new RegExp(`^${name}`) }),
    /** What stands there; without its screen-reader mode a terminal has no roles for it. */
    rows: group.locator(".xterm-rows"),
    find: group.getByRole("button", { name: "Find", exact: true }),
    search: group.getByRole("textbox", { name: `Find in ${name}` }),
    found: group.getByRole("search").getByRole("status"),
  };
}
export type WindowOnPage = ReturnType<typeof windowNamed>;

/** Starts a machine and waits for the prompt of its first window. */
export async function startTerminal(terminal: TerminalOnPage, first: string) {
  await terminal.start.click();
  await expect(terminal.group).toHaveAttribute("data-state", "running");
  await expect(terminal.window(first).rows).toContainText("# ");
}

/** Opens the lesson and starts its first machine. */
export async function openPromptAtQuay(page: Page) {
  await page.goto(QUAY);
  const terminal = terminalNamed(page, PROMPT);
  await startTerminal(terminal, "Terminal");
  return { terminal, window: terminal.window("Terminal") };
}

/** Types a command and presses Enter. */
export async function enter(window: WindowOnPage, command: string) {
  await window.input.focus();
  await window.group.page().keyboard.type(`${command}\n`);
}

/** A line that stands in a window by itself: what was printed, not what was typed. */
export const expectLine = ({ rows }: WindowOnPage, line: string | RegExp) =>
  expect(
    rows
      .locator("> div")
      .filter({ hasText: exactly(line) })
      .last(),
  ).toBeVisible();

const exactly = (line: string | RegExp) =>
  typeof line === "string"
    ? new RegExp(`^${line.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}\\s*$`)
    : line;
