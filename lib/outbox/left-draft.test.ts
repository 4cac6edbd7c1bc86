import { beforeEach, expect, test, vi } from "vitest";
import { useEmptyDevice } from "./device-for-tests";
import { draftKey } from "./draft";
import { openDraftBook } from "./draft-book";
import { draftVersions } from "./draft-version";
import { draftsOf, keepDraft } from "./keep-draft";
import { leaveDraft, takeLeftDrafts } from "./left-draft";

const place = { page: "/lessons/a/b", name: "sum:python" };
const now = new Date(Date.UTC(2026, 0, 1, 10));
const current = async () => (await draftsOf(place.page)).get(draftKey(place));
const typed = { text: "typed last", starterHash: "00" };

/** As browsers have it, its keys being its own properties. */
function useEmptyLocalStorage() {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void delete kept[key],
  };
  const hidden = Object.entries(methods).map(([name, value]) => [name, { value }]);
  vi.stubGlobal("localStorage", Object.defineProperties(kept, Object.fromEntries(hidden)));
  return kept;
}

let kept: Record<string, string>;
beforeEach(async () => {
  await useEmptyDevice();
  kept = useEmptyLocalStorage();
});

test("what a page had no time to write is on the device with the next page, once", async () => {
  leaveDraft({ ...place, ...typed, base: null });
  await takeLeftDrafts(now);
  await takeLeftDrafts(now);
  expect(await current()).toMatchObject(typed);
  expect(await draftVersions(draftKey(place))).toHaveLength(1);
  expect(Object.keys(kept)).toEqual([]);
});

test("where another tab has written since, that stays, and what was left is a version to go back to", async () => {
  const { draft } = await keepDraft({
    ...place,
    text: "both",
    starterHash: "00",
    base: null,
    typedIn: "a",
    now,
  });
  leaveDraft({ ...place, ...typed, base: draft.change });
  await keepDraft({ ...place, text: "other", starterHash: "00", base: draft.change, typedIn: "b", now });
  await takeLeftDrafts(now);
  expect((await current())?.text).toBe("other");
  expect((await draftVersions(draftKey(place))).map(({ text }) => text)).toContain("typed last");
});

test("a page that lives on writes what it left, and leaves nothing behind", async () => {
  const book = openDraftBook({ now: () => now, onChange: () => {} });
  await book.load(place.page);
  book.edit(place, { ...typed, isTyped: true });
  const leaving = book.leave();
  expect(Object.keys(kept)).toHaveLength(1);
  await leaving;
  book.close();
  expect(Object.keys(kept)).toEqual([]);
  expect(await current()).toMatchObject(typed);
});

test("what cannot be read is no draft, and keeps none from being taken", async () => {
  kept["lento:left:x"] = "{";
  leaveDraft({ ...place, ...typed, base: null });
  await takeLeftDrafts(now);
  expect(await current()).toMatchObject(typed);
});
