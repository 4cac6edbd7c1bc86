const PREFIX = "lento:unfinished:";

/** Under which a check is noted that is to be made again. */
export const unfinishedKey = (exercise: string) => PREFIX + exercise;

/** The exercise of such a key; null for a key of something else. */
export const exerciseOfKey = (key: string) => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : null);

/** Whether something is noted of this exercise; told without what would read it. */
export function mayBeUnfinished(exercise: string): boolean {
  try {
    return localStorage.getItem(unfinishedKey(exercise)) !== null;
  } catch {
    return false;
  }
}
