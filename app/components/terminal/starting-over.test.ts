import { expect, test, vi } from "vitest";
import { bytes, openPage, openScreen } from "./linux-page-for-tests";
import { atPrompt } from "./screen";

test("starting over closes the machine, starts a fresh one and empties the terminal", async () => {
  const page = openPage();
  const screen = openScreen();
  page.session.screens[0]?.attach(screen);
  await page.begin();
  page.state().machine?.write(0, "rm -rf /\r");
  page.started[0]?.tell({ type: "output", window: 0, bytes: bytes("gone\r\n") });
  await vi.waitFor(() => expect(screen.text()).toContain("gone"));
  await page.begin("startOver");
  expect(page.started[0]?.isClosed).toBe(true);
  expect(page.started[1]?.start.state).toBeNull();
  expect(screen.text()).toBe(atPrompt.text);
  page.started[0]?.tell({ type: "ended", reason: "Late." });
  expect(page.state().phase).toBe("running");
});

test("starting over can be undone, and that as well: both machines are as they were left", async () => {
  const page = openPage();
  await page.begin();
  page.state().machine?.write(0, "first\r");
  await page.begin("startOver");
  expect(page.state()).toMatchObject({ hasOther: true, notice: null });
  page.state().machine?.write(0, "second\r");
  await page.begin("undoStartOver");
  expect(page.started[2]?.typed).toBe("first\r");
  expect(page.state()).toMatchObject({ hasOther: true, notice: "It goes on where you left it." });
  await page.begin("undoStartOver");
  expect(page.started[3]?.typed).toBe("second\r");
});

test("starting over can be undone when the page was left since", async () => {
  const page = openPage();
  await page.begin();
  page.state().machine?.write(0, "first\r");
  await page.begin("startOver");
  await page.session.leave();
  const later = openPage({ kept: page.kept });
  await later.begin();
  expect(later.state().hasOther).toBe(true);
  await later.begin("undoStartOver");
  expect(later.started[1]?.typed).toBe("first\r");
});

test("a machine that nobody touched is not offered again", async () => {
  const page = openPage();
  await page.begin();
  await page.begin("startOver");
  expect(page.state().hasOther).toBe(false);
});

test("a machine that cannot be saved any more is started over all the same, and had back as it was kept last", async () => {
  const page = openPage();
  await page.begin();
  page.state().machine?.write(0, "kept\r");
  await page.session.save();
  page.state().machine?.write(0, ":(){ :|:& };:\r");
  page.hang();
  vi.useFakeTimers();
  page.session.startOver();
  page.session.startOver();
  await vi.advanceTimersByTimeAsync(20_000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(page.started).toHaveLength(2));
  page.started[1]?.tell({ type: "started" });
  await page.begin("undoStartOver");
  expect(page.started[2]?.typed).toBe("kept\r");
});

test("in a browser that keeps nothing a machine is started over, too", async () => {
  const page = openPage();
  page.left.putAside = async () => {
    throw new DOMException("no storage", "InvalidStateError");
  };
  await page.begin();
  page.state().machine?.write(0, "ls\r");
  await page.begin("startOver");
  expect(page.started[1]?.start.state).toBeNull();
  expect(page.state().hasOther).toBe(false);
});
