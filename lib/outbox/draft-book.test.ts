import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useEmptyDevice } from "./device-for-tests";
import { draftKey } from "./draft";
import { openDraftBook } from "./draft-book";
import { draftVersions } from "./draft-version";

const books: ReturnType<typeof openDraftBook>[] = [];
beforeEach(useEmptyDevice);
afterEach(() => {
  for (const book of books.splice(0)) book.close();
});

const place = { page: "/lessons/a/b", name: "sum:python" };

/** A tab that shows the page. */
async function openTab() {
  const book = openDraftBook({ now: () => new Date(), onChange: () => {} });
  books.push(book);
  await book.load(place.page);
  return {
    book,
    type: (text: string, starterHash = "author 1") => book.edit(place, { text, starterHash, isTyped: true }),
    text: () => book.shown(place).text,
    rival: () => book.shown(place).rival?.text,
  };
}

const versions = async () => (await draftVersions(draftKey(place))).map(({ text }) => text);

test("what is typed is shown at once, said to be unwritten, and there again in the next tab once it is not", async () => {
  const tab = await openTab();
  tab.type("sum(1)");
  expect(tab.text()).toBe("sum(1)");
  expect(tab.book.isUnwritten()).toBe(true);
  await tab.book.flush();
  expect(tab.book.isUnwritten()).toBe(false);
  expect((await openTab()).text()).toBe("sum(1)");
});

test("it is written without anybody asking, while the typing goes on", async () => {
  const tab = await openTab();
  const typing = setInterval(() => tab.type(`sum(${performance.now()})`), 100);
  await vi.waitFor(async () => expect(await versions()).not.toEqual([]), { timeout: 10_000 });
  clearInterval(typing);
});

test("a tab in which nobody typed follows the other", async () => {
  const [one, other] = [await openTab(), await openTab()];
  one.type("sum(1)");
  await one.book.flush();
  await vi.waitFor(() => expect(other.text()).toBe("sum(1)"));
  expect(other.rival()).toBeUndefined();
});

async function twoWriters() {
  const [mine, theirs] = [await openTab(), await openTab()];
  mine.type("mine");
  await mine.book.flush();
  await vi.waitFor(() => expect(theirs.text()).toBe("mine"));
  theirs.type("theirs");
  await theirs.book.flush();
  await vi.waitFor(() => expect(mine.rival()).toBe("theirs"));
  return { mine, theirs };
}

test("a tab in which somebody typed is offered the other's, and nothing changes under the hands", async () => {
  const { mine } = await twoWriters();
  expect(mine.text()).toBe("mine");
  expect(mine.rival()).toBe("theirs");
});

test("the other's is taken, and mine can be had again", async () => {
  const { mine } = await twoWriters();
  await mine.book.settle(place, "take");
  expect(mine.text()).toBe("theirs");
  expect(mine.rival()).toBeUndefined();
  expect(await versions()).toContain("mine");
});

test("mine is kept, the next tab has it, and the other's can be had again", async () => {
  const { mine } = await twoWriters();
  await mine.book.settle(place, "keep");
  expect((await openTab()).text()).toBe("mine");
  expect(await versions()).toContain("theirs");
});

test("typed on while another's is offered, nothing is lost and nothing overwritten", async () => {
  const { mine } = await twoWriters();
  mine.type("mine, longer");
  await mine.book.flush();
  expect(mine.rival()).toBe("theirs");
  expect((await openTab()).text()).toBe("theirs");
  expect(await versions()).toContain("mine, longer");
});

test("of which code of the author's a draft grew stays known until the learner has decided about a newer one", async () => {
  const tab = await openTab();
  const starter = () => tab.book.shown(place).draft?.starterHash;
  tab.type("sum(1)", "author 1");
  await tab.book.flush();
  tab.type("sum(2)", "author 2");
  await tab.book.flush();
  expect(starter()).toBe("author 1");
  tab.book.edit(place, { text: "sum(2)", starterHash: "author 2", isTyped: false, acceptsStarter: true });
  await tab.book.flush();
  expect(starter()).toBe("author 2");
});

test("what is typed before the device was read is not lost", async () => {
  const earlier = await openTab();
  earlier.type("earlier");
  await earlier.book.flush();
  earlier.book.close();
  const book = openDraftBook({ now: () => new Date(), onChange: () => {} });
  books.push(book);
  book.edit(place, { text: "quick", starterHash: "author 1", isTyped: true });
  await book.load(place.page);
  await book.flush();
  expect(book.shown(place)).toMatchObject({ text: "quick", rival: { text: "earlier" } });
  expect(await versions()).toEqual(["quick", "earlier"]);
});
