import * as z from "zod/mini";
import { draftKey } from "./draft";
import { draftsOf, keepDraft } from "./keep-draft";

/**
 * What a page is left with before it is on the device: IndexedDB takes longer than such a page has to live, and
 * `localStorage` takes no time. The next page takes it from there.
 */
const LeftDraft = z.strictObject({
  page: z.string(),
  name: z.string(),
  text: z.nullable(z.string()),
  starterHash: z.nullable(z.string()),
  /** The change it was made on; null: none. */
  base: z.nullable(z.string()),
});
type LeftDraft = z.infer<typeof LeftDraft>;

const PREFIX = "lento:left:";

/** Keeps an unwritten draft of a page that goes away; what the browser refuses is lost with the page. */
export function leaveDraft(draft: LeftDraft) {
  try {
    localStorage.setItem(PREFIX + draftKey(draft), JSON.stringify(draft));
  } catch {
    // Refused, or full: it was told of before.
  }
}

/** It is on the device now. */
export function forgetLeft(key: string) {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Refused: nothing was left there.
  }
}

/** Writes to the device what earlier pages were left with. */
export async function takeLeftDrafts(now: Date): Promise<void> {
  for (const left of leftDrafts()) {
    const key = draftKey(left);
    const current = (await draftsOf(left.page)).get(key);
    if (current?.text !== left.text) await keepDraft({ ...left, typedIn: null, now });
    forgetLeft(key);
  }
}

function leftDrafts(): LeftDraft[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    return keys.flatMap((key) => readLeft(localStorage.getItem(key) ?? "null") ?? []);
  } catch {
    // Refused: nothing was left there.
    return [];
  }
}

function readLeft(json: string): LeftDraft | null {
  try {
    const left = LeftDraft.safeParse(JSON.parse(json));
    return left.success ? left.data : null;
  } catch {
    return null;
  }
}
