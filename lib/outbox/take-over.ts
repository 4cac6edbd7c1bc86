import { keepBegun } from "./begun-attempt";
import { draftKey } from "./draft";
import { draftsOf, keepDraft } from "./keep-draft";
import { moduleLeftAt } from "./left-attempt";
import { takeLeftDrafts } from "./left-draft";

const DRAFT = /^lento:draft:(\/[^:]+):([^:]+:[^:]+)$/;

let takingOver: Promise<void> | undefined;

/** Work that `localStorage` has comes here, once: of an earlier version of this site, and of pages that went away. */
export function takeOverEarlierWork(): Promise<void> {
  takingOver ??= takeOver();
  return takingOver;
}

async function takeOver() {
  await takeLeftDrafts(new Date());
  for (const key of earlierKeys()) {
    const value = localStorage.getItem(key);
    const [, page, name] = DRAFT.exec(key) ?? [];
    const module = moduleLeftAt(key);
    if (value !== null && page !== undefined && name !== undefined) await takeDraft({ page, name }, value);
    if (value !== null && module !== undefined) await takeAttempt(module, value);
    localStorage.removeItem(key);
  }
}

function earlierKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => DRAFT.test(key) || moduleLeftAt(key) !== undefined);
  } catch {
    // Storage is refused: nothing was kept there.
    return [];
  }
}

async function takeDraft(place: { page: string; name: string }, text: string) {
  const base = (await draftsOf(place.page)).get(draftKey(place))?.change ?? null;
  await keepDraft({ ...place, text, starterHash: null, base, typedIn: null, now: new Date() });
}

async function takeAttempt(module: string, json: string) {
  let attempt: unknown;
  try {
    attempt = JSON.parse(json);
  } catch {
    return;
  }
  // Other devices see it with the next answer.
  if (typeof attempt === "object" && attempt !== null) await keepBegun(module, { attempt, shared: null });
}
