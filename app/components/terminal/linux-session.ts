import type { LinuxEvent, LinuxMachine } from "@/lib/machine/linux-machine";
import type { LinuxStart } from "@/lib/machine/linux-message";
import { LINUX_WINDOWS } from "@/lib/run/linux-windows";
import { inputParts } from "./input-parts";
import type { LeftMachine } from "./left-machines";
import { notStarted, type LinuxState } from "./linux-state";
import { NoLinux, type PageLinux } from "./page-linux";
import { countPrompts } from "./prompt-marks";
import { paceSaves } from "./save-pace";
import { atPrompt, openScreenFeed, type ScreenFeed } from "./screen";

/** What a session is given to work with. */
type Surroundings = {
  /** What its machine is kept under on this device. */
  readonly key: string;
  readonly start: () => Pick<LinuxStart, "files" | "setup">;
  readonly linux: () => Promise<PageLinux>;
  readonly left: {
    readonly read: (key: string) => Promise<LeftMachine | null>;
    readonly keep: (machine: LeftMachine) => Promise<void>;
    readonly isAside: (key: string) => Promise<boolean>;
    readonly putAside: (key: string) => Promise<void>;
    readonly exchange: (key: string) => Promise<void>;
  };
  readonly onChange: (state: LinuxState) => void;
};

export type LinuxSession = {
  /** What the shells print goes to the terminals by these, one a window. */
  readonly screens: readonly ScreenFeed[];
  /** A window's size, which machines to come have, too. */
  readonly resize: LinuxMachine["resize"];
  /** Fetches ahead what starts a machine; what fails is told when it is started. */
  readonly prepare: () => void;
  /** Starts a machine, or goes on with the one that was left. */
  readonly begin: () => void;
  /** Puts the machine aside, which is kept as it is, and starts a fresh one. */
  readonly startOver: () => void;
  /** Goes on with the machine that was put aside; the one that runs is put there. */
  readonly undoStartOver: () => void;
  /** Saves what is not saved yet. */
  readonly save: () => Promise<void>;
  /** Saves and closes the machine: the page is left. */
  readonly leave: () => Promise<void>;
};

/** One machine, from its start to its end. */
type Life = {
  machine: LinuxMachine | null;
  /** Whether the learner did something to it, now or before. */
  isTouched: boolean;
  readonly pace: ReturnType<typeof paceSaves>;
};

/** Machines whose page was left and that are still being saved: whoever comes back at once waits for them. */
const leaving = new Map<string, Promise<void>>();

/**
 * A machine that does not even save any more is closed all the same, and had back as it was kept before; a slow or busy
 * computer takes some seconds to save.
 */
const SAVE_PATIENCE_MS = 20_000;

const GOES_ON = "It goes on where you left it.";
const IMAGE_CHANGED = "The course’s Linux is another one since you were here: this machine starts fresh.";
const NOT_READ = "What this browser kept of your machine could not be read: this machine starts fresh.";
const NO_ROOM =
  "This browser has no room left to keep this machine: what is on it is gone when you leave the page.";
const NOT_KEPT = "This browser could not keep this machine: what is on it is gone when you leave the page.";

/** A page's machine from its start to its end, and over again; it is kept on the device while it changes. */
export function openLinuxSession({ key, start, linux, left, onChange }: Surroundings): LinuxSession {
  const screens = Array.from({ length: LINUX_WINDOWS }, openScreenFeed);
  const sizes = new Map<number, Parameters<LinuxMachine["resize"]>[1]>();
  let state = notStarted;
  /** The machine that runs or is about to; what an earlier one still tells is not heard. */
  let current: Life | null = null;
  let isRefusalTold = false;
  let prepared: Promise<unknown> | undefined;
  let isReplacing = false;
  let isLeft = false;

  const set = (change: Partial<LinuxState>) => onChange((state = { ...state, ...change }));
  const restore = (kept: LeftMachine["screens"]) =>
    screens.forEach((screen, window) => screen.restore(kept[window] ?? atPrompt));

  const tellNotKept = (error: unknown) => {
    if (isRefusalTold) return;
    isRefusalTold = true;
    set({
      notice: error instanceof DOMException && error.name === "QuotaExceededError" ? NO_ROOM : NOT_KEPT,
    });
  };
  const readLeft = async (image: string) => {
    const found = await left.read(key).catch(() => NOT_READ);
    if (typeof found === "string") return { machine: null, notice: found };
    if (found === null) return { machine: null, notice: null };
    return found.image === image
      ? { machine: found, notice: GOES_ON }
      : { machine: null, notice: IMAGE_CHANGED };
  };

  const run = async (goesOn: boolean) => {
    const life: Life = { machine: null, isTouched: false, pace: paceSaves(() => save()) };
    current = life;
    const isOver = () => current !== life;
    let image = "";
    const save = async () => {
      if (life.machine === null || isOver()) return;
      try {
        const saved = await life.machine.save();
        const shown = await Promise.all(screens.map((screen) => screen.keep()));
        if (isOver()) return;
        await left.keep({ key, image, at: Date.now(), state: saved, screens: shown });
      } catch (error) {
        if (!isOver()) tellNotKept(error);
      }
    };
    const end = (phase: "ended" | "unavailable", reason: string) => {
      life.pace.stop();
      life.machine?.close();
      current = null;
      set({ phase, reason, machine: null, notice: null });
    };
    const prompts = screens.map(countPrompts);
    const hear = (event: LinuxEvent) => {
      if (isOver()) return undefined;
      switch (event.type) {
        case "fetching":
          return set({ share: event.share, phase: event.share < 1 ? "fetching" : "starting" });
        case "started":
          return set({ phase: "running", machine: life.machine });
        case "output": {
          screens[event.window]?.push(event.bytes);
          // A fresh machine that nobody did anything to is had again at any time.
          if (life.isTouched) life.pace.noteOutput();
          const shown = prompts[event.window]?.(event.bytes) ?? 0;
          return shown === 0 ? undefined : set({ prompts: state.prompts + shown });
        }
        case "ended":
          return end("ended", event.reason);
        default:
          return event satisfies never;
      }
    };

    set({ phase: "fetching", share: 0, reason: null, machine: null, notice: null });
    try {
      const [page] = await Promise.all([linux(), leaving.get(key)]);
      image = page.name;
      set({ image: page });
      const [found, hasOther] = await Promise.all([
        goesOn ? readLeft(image) : { machine: null, notice: null },
        left.isAside(key).catch(() => false),
      ]);
      if (isOver()) return;
      restore(found.machine?.screens ?? []);
      set({ notice: found.notice, hasOther });
      life.isTouched = found.machine !== null;
      life.machine = watched(page.start({ state: found.machine?.state ?? null, ...start() }, hear), () => {
        life.isTouched = true;
        life.pace.noteDone();
      });
      for (const [window, size] of sizes) life.machine.resize(window, size);
    } catch (error) {
      if (isOver()) return;
      const reason = error instanceof Error ? error.message : String(error);
      end(error instanceof NoLinux ? "unavailable" : "ended", reason);
    }
  };
  const close = () => {
    const closing = current;
    current = null;
    closing?.pace.stop();
    closing?.machine?.close();
  };

  const saveAndClose = () => Promise.race([current?.pace.saveNow(), wait(SAVE_PATIENCE_MS)]).then(close);
  const replace = async (place: (key: string) => Promise<void>) => {
    if (isReplacing) return;
    isReplacing = true;
    set({ phase: "keeping", share: 0, reason: null, machine: null, notice: null });
    await saveAndClose();
    const isPlaced = await place(key).then(
      () => true,
      () => false,
    );
    isReplacing = false;
    if (isLeft) return;
    restore([]);
    // A browser that keeps nothing has nothing to go on with.
    await run(isPlaced);
  };

  return {
    screens,
    resize(window, size) {
      sizes.set(window, size);
      current?.machine?.resize(window, size);
    },
    prepare() {
      if (current !== null) return;
      prepared ??= linux()
        .then(({ prepare }) => prepare())
        .catch(() => (prepared = undefined));
    },
    begin() {
      if (current === null && !isReplacing) void run(true);
    },
    startOver: () => void replace(left.putAside),
    undoStartOver: () => void replace(left.exchange),
    save: async () => current?.pace.saveNow(),
    async leave() {
      isLeft = true;
      const saved = saveAndClose();
      leaving.set(key, saved);
      await saved;
      if (leaving.get(key) === saved) leaving.delete(key);
    },
  };
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A machine that tells when something is done to it. */
const watched = (machine: LinuxMachine, onDone: () => void): LinuxMachine => ({
  ...machine,
  write(window, text) {
    onDone();
    for (const part of inputParts(text)) machine.write(window, part);
  },
  async writeFile(file) {
    await machine.writeFile(file);
    onDone();
  },
});
