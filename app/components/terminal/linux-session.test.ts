import { expect, test, vi } from "vitest";
import { bytes, openPage, openScreen, PROMPT } from "./linux-page-for-tests";
import { openLinuxSession } from "./linux-session";
import type { LinuxState } from "./linux-state";
import { NoLinux } from "./page-linux";
import { atPrompt } from "./screen";

test("a machine is fetched, starts and runs, with what its lesson gives it", async () => {
  const { session, started, states, state } = openPage();
  session.begin();
  session.begin();
  await vi.waitFor(() => expect(started).toHaveLength(1));
  expect(started[0]?.start).toEqual({ state: null, files: [], setup: "apachectl start" });
  started[0]?.tell({ type: "fetching", share: 0.5 });
  expect(state()).toMatchObject({ phase: "fetching", share: 0.5, machine: null });
  started[0]?.tell({ type: "fetching", share: 1 });
  started[0]?.tell({ type: "started" });
  expect(state()).toMatchObject({ phase: "running", notice: null });
  expect([...new Set(states.map(({ phase }) => phase))]).toEqual(["idle", "fetching", "starting", "running"]);
});

test("a machine hears the sizes of its windows, those that are known before it is there and those that change, and so does the next", async () => {
  const page = openPage();
  page.session.resize(0, { columns: 120, rows: 30 });
  await page.begin();
  page.session.resize(1, { columns: 50, rows: 20 });
  const both = new Map([
    [0, { columns: 120, rows: 30 }],
    [1, { columns: 50, rows: 20 }],
  ]);
  expect(page.started[0]?.sizes).toEqual(both);
  await page.begin("startOver");
  expect(page.started[1]?.sizes).toEqual(both);
});

test("each prompt is counted, in whichever window it is shown", async () => {
  const page = openPage();
  await page.begin();
  page.started[0]?.tell({ type: "output", window: 0, bytes: bytes(PROMPT) });
  page.started[0]?.tell({ type: "output", window: 1, bytes: bytes(`${PROMPT}\r\n${PROMPT}`) });
  page.started[0]?.tell({ type: "output", window: 0, bytes: bytes("hello\r\n") });
  expect(page.state().prompts).toBe(3);
});

test("what a shell printed before its terminal was there is shown in it", async () => {
  const page = openPage();
  await page.begin();
  page.started[0]?.tell({ type: "output", window: 1, bytes: bytes("welcome\r\n") });
  const screen = openScreen();
  page.session.screens[1]?.attach(screen);
  page.started[0]?.tell({ type: "output", window: 1, bytes: bytes("# ") });
  await vi.waitFor(() => expect(screen.text()).toBe(`${atPrompt.text}welcome\r\n# `));
});

test("whoever leaves the page and comes back goes on where they were, with the same picture", async () => {
  const page = openPage();
  const screen = openScreen();
  const takeAway = page.session.screens[0]?.attach(screen);
  await page.begin();
  page.state().machine?.write(0, "touch kept\r");
  page.started[0]?.tell({ type: "output", window: 0, bytes: bytes("# touch kept\r\n# ") });
  await vi.waitFor(() => expect(screen.text()).toContain("# touch kept"));
  // The page takes its terminals away before it lets its machine go.
  takeAway?.();
  const leaving = page.session.leave();

  const again = openPage({ kept: page.kept });
  const shown = openScreen();
  again.session.screens[0]?.attach(shown);
  await Promise.all([again.begin(), leaving]);
  expect(page.started[0]?.isClosed).toBe(true);
  expect(again.started[0]?.typed).toBe("touch kept\r");
  expect(shown.text()).toBe(`${atPrompt.text}# touch kept\r\n# `);
  expect(again.state().notice).toBe("It goes on where you left it.");
});

test("a machine nobody touched is not kept, though it shows its prompt", async () => {
  const page = openPage();
  await page.begin();
  page.started[0]?.tell({ type: "output", window: 0, bytes: bytes(PROMPT) });
  await page.session.leave();
  expect(page.kept.size).toBe(0);
});

test("a machine of another image starts fresh, and says so", async () => {
  const page = openPage();
  await page.begin();
  page.state().machine?.write(0, "ls\r");
  await page.session.leave();
  const later = openPage({ image: "linux.2", kept: page.kept });
  await later.begin();
  expect(later.started[0]?.start.state).toBeNull();
  expect(later.state().notice).toBe(
    "The course’s Linux is another one since you were here: this machine starts fresh.",
  );
});

test("a machine that ends says why, and the next one goes on from what was saved", async () => {
  const page = openPage();
  await page.begin();
  page.state().machine?.write(0, "before\r");
  await page.session.save();
  page.state().machine?.write(0, "kill -9 1\r");
  page.started[0]?.tell({ type: "ended", reason: "Its kernel panicked." });
  expect(page.state()).toMatchObject({ phase: "ended", reason: "Its kernel panicked.", machine: null });
  await page.session.save();
  await page.begin();
  expect(page.started[1]?.typed).toBe("before\r");
  expect(page.state().reason).toBeNull();
});

test("a page without a Linux says so; one whose parts could not be fetched can be tried again", async () => {
  const states: LinuxState[] = [];
  const failures = [new NoLinux("No image."), new Error("No connection.")];
  const session = openLinuxSession({
    ...openPage(),
    key: "k",
    start: () => ({ files: [], setup: "" }),
    linux: async () => {
      throw failures.shift() ?? new Error("Asked too often.");
    },
    onChange: (state) => states.push(state),
  });
  session.begin();
  await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ phase: "unavailable", reason: "No image." }));
  session.begin();
  await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ phase: "ended", reason: "No connection." }));
});

test("a browser without room says once that the machine is not kept, and the machine goes on", async () => {
  const page = openPage();
  page.left.keep = async () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  await page.begin();
  page.state().machine?.write(0, "ls\r");
  await page.session.save();
  expect(page.state().notice).toContain("no room left");
  const told = page.states.length;
  page.state().machine?.write(0, "ls\r");
  await page.session.save();
  expect(page.states).toHaveLength(told);
  expect(page.state().phase).toBe("running");
});
