import { expect, test, vi } from "vitest";
import type { LinuxEvent, LinuxMachine } from "@/lib/machine/linux-machine";
import type { LinuxStart } from "@/lib/machine/linux-message";
import type { LeftMachine } from "./left-machines";
import { openLinuxSession } from "./linux-session";
import { notStarted, type LinuxState } from "./linux-state";
import { NoLinux } from "./page-linux";
import { atPrompt, type KeptScreen } from "./screen";

const PROMPT = "\u001b]133;D;0\u0007\u001b]133;A\u0007root@lento:~# ";
const bytes = (text: string) => new TextEncoder().encode(text);

function move(kept: Map<string, LeftMachine>, { from, to }: { from: string; to: string }) {
  const machine = kept.get(from);
  kept.delete(from);
  if (machine !== undefined) kept.set(to, machine);
}

/** A page on which machines can be started: each remembers what was typed, and that is its state. */
function openPage({ image = "linux.1", kept = new Map<string, LeftMachine>() } = {}) {
  const started: {
    start: LinuxStart;
    tell: (event: LinuxEvent) => void;
    typed: string;
    isClosed: boolean;
  }[] = [];
  let isHung = false;
  const startMachine = (start: LinuxStart, tell: (event: LinuxEvent) => void): LinuxMachine => {
    const own = { start, tell, typed: new TextDecoder().decode(start.state ?? undefined), isClosed: false };
    started.push(own);
    return {
      write: (_window, text) => void (own.typed += text),
      resize() {},
      ask: async () => ({ exitCode: 0, output: "" }),
      readFile: async () => null,
      writeFile: async () => {},
      save: async () => (isHung ? new Promise<never>(() => {}) : bytes(own.typed).buffer),
      close: () => void (own.isClosed = true),
    };
  };
  const states: LinuxState[] = [notStarted];
  const left = {
    read: async (key: string) => kept.get(key) ?? null,
    keep: async (machine: LeftMachine) => void kept.set(machine.key, machine),
    putAside: async (key: string) => {
      if (kept.has(key)) move(kept, { from: key, to: "aside" });
      return kept.has("aside");
    },
    exchange: async (key: string) => {
      move(kept, { from: key, to: "exchanged" });
      move(kept, { from: "aside", to: key });
      move(kept, { from: "exchanged", to: "aside" });
      return kept.has("aside");
    },
  };
  const session = openLinuxSession({
    key: "/lessons/a/b#first",
    start: () => ({ files: [], setup: "apachectl start" }),
    linux: async () => ({
      name: image,
      packedBytes: 11_000_000,
      licences: "/machine/licences",
      prepare: async () => {},
      start: startMachine,
    }),
    left,
    onChange: (state) => states.push(state),
  });
  const state = () => states.at(-1) ?? notStarted;
  return {
    session,
    kept,
    left,
    /** From now on no machine can be saved. */
    hang: () => void (isHung = true),
    started,
    states,
    state,
    /** Begins and waits until the prompt answers. */
    async begin(action: "begin" | "startOver" | "undoStartOver" = "begin") {
      const before = started.length;
      session[action]();
      await vi.waitFor(() => expect(started).toHaveLength(before + 1));
      started.at(-1)?.tell({ type: "started" });
      expect(state().phase).toBe("running");
    },
  };
}

/** A terminal as far as a session sees one: what it shows is text. */
function openScreen() {
  let text = "";
  return {
    text: () => text,
    write: (given: Uint8Array, onRead: () => void) => {
      text += new TextDecoder().decode(given);
      queueMicrotask(onRead);
    },
    restore: (given: KeptScreen) => void (text = given.text),
    keep: () => ({ columns: 80, rows: 24, text }),
  };
}

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
  await vi.advanceTimersByTimeAsync(3_000);
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
