import { useEffect, useSyncExternalStore } from "react";
import { keptReading } from "./kept-reading";
import { mergeReading } from "./merge-reading";
import type { Progress } from "./progress-service";

let known: Progress | null = null;
let users = 0;
const listeners = new Set<() => void>();

/**
 * What the learner has done: what the device knows at once, then what the server knows too; null before. All that show it
 * on a page share one request, made anew each time such a page is opened.
 */
export function useProgress(): Progress | null {
  useEffect(() => {
    users += 1;
    // What cannot be fetched is not shown: a page of the course is readable without it.
    if (users === 1) load().catch(() => {});
    return () => {
      users -= 1;
    };
  }, []);
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => known,
    () => null,
  );
}

async function load() {
  const kept = keptReading();
  const before = known ?? { quizzes: {}, exercises: {}, reading: [] };
  tell({ ...before, reading: [...mergeReading(kept, before.reading)] });
  const { fetchProgress } = await import("./progress-service");
  const answer = await fetchProgress();
  if (answer.outcome !== "answered") return;
  tell({ ...answer.value, reading: [...mergeReading(kept, answer.value.reading)] });
}

function tell(progress: Progress) {
  known = progress;
  for (const listener of listeners) listener();
}
