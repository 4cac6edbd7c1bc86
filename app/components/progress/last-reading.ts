import { keptReading, type ReadingPosition } from "./kept-reading";
import { mergeReading } from "./merge-reading";
import { fetchProgress } from "./progress-service";

/** Where the learner read last: what the device knows at once, then what the server knows too. */
export async function* lastReading(): AsyncGenerator<ReadingPosition | null> {
  const kept = keptReading();
  yield mergeReading(kept, [])[0] ?? null;
  const answer = await fetchProgress();
  if (answer.outcome === "answered") yield mergeReading(kept, answer.value.reading)[0] ?? null;
}
