import { beforeEach, expect, test } from "vitest";
import { useEmptyDevice } from "./device-for-tests";
import { draftKey } from "./draft";
import { draftVersions } from "./draft-version";
import { draftsOf, keepDraft } from "./keep-draft";
import { meetServerDrafts, settleOffer } from "./server-drafts";

beforeEach(useEmptyDevice);

const place = { page: "/lessons/a/b", name: "sum:python" };
const key = draftKey(place);
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 10, 0, second));

const keep = (text: string | null, base: string | null, { second = 0, isTyped = true, tab = "tab" } = {}) =>
  keepDraft({ ...place, text, base, starterHash: "00", typedIn: isTyped ? tab : null, now: at(second) });
const current = async () => (await draftsOf(place.page)).get(key);
const texts = async () => (await draftVersions(key)).map(({ text }) => text);
const serverDraft = (text: string, version: number, change: string = crypto.randomUUID()) => ({
  ...place,
  text,
  version,
  change,
  starterHash: "00",
  at: at(0).toISOString(),
});

test("of two tabs that began with the same draft the second does not overwrite the first, and both can be had again", async () => {
  const { draft } = await keep("both", null);
  await keep("first", draft.change, { tab: "first" });
  const second = await keep("second", draft.change, { tab: "second" });
  expect(second).toMatchObject({ outcome: "overtaken", draft: { text: "first" } });
  expect((await current())?.text).toBe("first");
  expect(await texts()).toEqual(["second", "first", "both"]);
});

test("what is typed in one go is one version; a minute later begins another", async () => {
  let base: string | null = null;
  for (const [second, text] of [
    [0, "s"],
    [10, "su"],
    [59, "sum"],
    [61, "sum("],
    [90, "sum()"],
  ] as const)
    base = (await keep(text, base, { second })).draft.change;
  expect(await texts()).toEqual(["sum()", "sum"]);
});

test("what was there before half of it went away is a version of its own", async () => {
  const { draft } = await keep("print('a long program')", null);
  await keep("print", draft.change, { second: 1 });
  expect(await texts()).toEqual(["print", "print('a long program')"]);
});

test("a reset is never written over what was typed just before", async () => {
  const { draft } = await keep("mine", null);
  await keep(null, draft.change, { second: 1, isTyped: false });
  expect(await texts()).toEqual([null, "mine"]);
});

test("twenty versions stay, the newest", async () => {
  let base: string | null = null;
  for (let count = 1; count <= 25; count += 1)
    base = (await keep(`version ${count}`, base, { isTyped: false })).draft.change;
  const kept = await texts();
  expect(kept).toHaveLength(20);
  expect(kept[0]).toBe("version 25");
  expect(kept.at(-1)).toBe("version 6");
});

test("a draft of another device is put where there is none here", async () => {
  await meetServerDrafts([serverDraft("theirs", 3)], at(0));
  expect(await current()).toMatchObject({ text: "theirs", serverVersion: 3, offer: null });
});

test("a draft of another device is offered where there is one here, and taking it loses nothing", async () => {
  await keep("mine", null);
  await meetServerDrafts([serverDraft("theirs", 1)], at(0));
  expect(await current()).toMatchObject({ text: "mine", offer: { text: "theirs" } });
  await settleOffer(key, "take", at(0));
  expect(await current()).toMatchObject({ text: "theirs", serverVersion: 1, offer: null });
  expect(await texts()).toEqual(["theirs", "mine"]);
});

test("keeping mine sends it as the one that follows theirs, and theirs can be had again", async () => {
  await keep("mine", null);
  await meetServerDrafts([serverDraft("theirs", 7)], at(0));
  await settleOffer(key, "keep", at(0));
  expect(await current()).toMatchObject({ text: "mine", serverVersion: 7, sentChange: null, offer: null });
  expect(await texts()).toEqual(["mine", "theirs", "mine"]);
});

test("where the answer to our own sending was lost, nothing is offered", async () => {
  const { draft } = await keep("mine", null);
  await meetServerDrafts([serverDraft("mine", 1, draft.change)], at(0));
  expect(await current()).toMatchObject({ serverVersion: 1, sentChange: draft.change, offer: null });
});

test("what the server has from here already is no news", async () => {
  const { draft } = await keep("mine", null);
  await meetServerDrafts([serverDraft("mine", 2, draft.change)], at(0));
  await keep("mine, longer", draft.change);
  await meetServerDrafts([serverDraft("mine", 2, draft.change)], at(0));
  expect(await current()).toMatchObject({ text: "mine, longer", offer: null });
});
