import { hashText } from "@/lib/outbox/hash-text";
import type { Language } from "@/lib/run/language";
import { exerciseOfKey, unfinishedKey } from "./unfinished-key";

/** `python 0a1b2c3d /lessons/keeping/signals The fog horn` */
const KEPT = /^(\w+) ([0-9a-f]{8}) (\/\S+) (.+)$/;

/** A check that was pressed without a connection, of an exercise whose checks are run here: it is to be made again. */
export type UnfinishedCheck = { readonly exercise: string; readonly page: string; readonly title: string };

/** What a check is about. */
export type CheckedCode = { readonly exercise: string; readonly language: Language; readonly code: string };

/** Where the browser keeps nothing, it is known for as long as the page is open. */
const here = new Map<string, string>();

/** Notes that this code was to be checked; it is there again as a draft. */
export function keepUnfinished({
  exercise,
  language,
  code,
  page,
  title,
}: CheckedCode & Pick<UnfinishedCheck, "page" | "title">) {
  const line = `${language} ${hashText(code)} ${page} ${title}`;
  here.set(exercise, line);
  try {
    localStorage.setItem(unfinishedKey(exercise), line);
  } catch {
    // Refused, or full.
  }
}

/** The exercise is checked anew: what was unfinished is not asked for any more. */
export function forgetUnfinished(exercise: string) {
  here.delete(exercise);
  try {
    localStorage.removeItem(unfinishedKey(exercise));
  } catch {
    // Refused: nothing was kept there.
  }
}

/** Whether just this code was to be checked, and was not. */
export function isUnfinished({ exercise, language, code }: CheckedCode): boolean {
  const [, keptLanguage, hash] = KEPT.exec(lines().get(exercise) ?? "") ?? [];
  return keptLanguage === language && hash === hashText(code);
}

/** All that wait to be checked. */
export const unfinishedChecks = (): UnfinishedCheck[] =>
  [...lines()].flatMap(([exercise, line]) => {
    const [, , , page, title] = KEPT.exec(line) ?? [];
    return page === undefined || title === undefined ? [] : [{ exercise, page, title }];
  });

function lines(): ReadonlyMap<string, string> {
  try {
    const kept = Object.keys(localStorage).flatMap((key) => {
      const exercise = exerciseOfKey(key);
      return exercise === null ? [] : [[exercise, localStorage.getItem(key) ?? ""] as const];
    });
    return new Map([...here, ...kept]);
  } catch {
    return here;
  }
}
