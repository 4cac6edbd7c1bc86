const PREFIX = "lento:reading:";
/** `0.75 2030-01-01T12:00:00.000Z why-it-waits`: by hand, since what reads it is fetched with every lesson. */
const KEPT = /^([01](?:\.\d+)?) (\d{4}-\S+Z) (\S+)$/;

/** Where the learner is in a lesson. `lesson` is `<module>/<lesson>`, `at` ISO 8601 in UTC, `furthest` a share of 0 to 1. */
export type ReadingPosition = {
  readonly lesson: string;
  readonly heading: string;
  readonly furthest: number;
  readonly at: string;
};

/** The places kept on this device, in no order; none where the browser refuses to keep anything. */
export function keptReading(): ReadingPosition[] {
  try {
    return Object.entries<unknown>(localStorage).flatMap(([key, value]) => {
      const [, furthest, at, heading] = KEPT.exec(String(value)) ?? [];
      if (!key.startsWith(PREFIX) || furthest === undefined || at === undefined || heading === undefined)
        return [];
      return [{ lesson: key.slice(PREFIX.length), heading, furthest: Number(furthest), at }];
    });
  } catch {
    // Storage is refused: reading begins anew.
    return [];
  }
}

/** Keeps a place in a lesson on this device. */
export function keepReading({ lesson, heading, furthest, at }: ReadingPosition) {
  try {
    localStorage.setItem(`${PREFIX}${lesson}`, `${furthest} ${at} ${heading}`);
  } catch {
    // Refused: the server may know it.
  }
}
