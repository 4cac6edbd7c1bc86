/** Longer than `top` waits between two pictures: a machine that shows one never counts as quiet. */
const QUIET_MS = 4_000;
/** What was typed is kept by then, though the machine has not been quiet. */
const PATIENCE_MS = 30_000;
/** A save takes some work and a few MB of the disk. */
const GAP_MS = 10_000;

/**
 * Says when a machine is to be saved: once it has been quiet after a change, at the latest 30 s after something was done
 * to it, and never within 10 s of the save before. `save` must not reject, and is never
 * called while it still runs.
 */
export function paceSaves(save: () => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isChanged = false;
  let doneAt: number | null = null;
  let savedAt = -Infinity;
  let saving: Promise<void> | null = null;

  const plan = () => {
    clearTimeout(timer);
    if (!isChanged || saving !== null) return;
    const now = performance.now();
    const quietAt = now + QUIET_MS;
    const dueAt = doneAt === null ? quietAt : Math.min(quietAt, doneAt + PATIENCE_MS);
    timer = setTimeout(() => void saveNow(), Math.max(dueAt, savedAt + GAP_MS) - now);
  };
  const run = async () => {
    isChanged = false;
    doneAt = null;
    await save();
    savedAt = performance.now();
    saving = null;
    plan();
  };
  /** Saves what is not saved yet, whenever the last one was: the page may be gone soon. */
  const saveNow = async (): Promise<void> => {
    clearTimeout(timer);
    if (saving !== null) {
      await saving;
      return saveNow();
    }
    return isChanged ? (saving = run()) : undefined;
  };

  return {
    /** The machine did something by itself. */
    noteOutput() {
      isChanged = true;
      plan();
    },
    /** Something was done to it. */
    noteDone() {
      isChanged = true;
      doneAt ??= performance.now();
      plan();
    },
    saveNow,
    stop() {
      isChanged = false;
      clearTimeout(timer);
    },
  };
}
