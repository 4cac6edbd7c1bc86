import { expect, test } from "vitest";
import { openScreenFeed, type KeptScreen } from "./screen";

const bytes = (text: string) => new TextEncoder().encode(text);

/** A terminal that reads what it is given when it is told to. */
function openSlowScreen() {
  let text = "";
  const reads: (() => void)[] = [];
  return {
    text: () => text,
    waiting: () => reads.length,
    read: () => reads.shift()?.(),
    write: (given: Uint8Array, onRead: () => void) =>
      void reads.push(() => {
        text += new TextDecoder().decode(given);
        onRead();
      }),
    restore: (kept: KeptScreen) => void (text = kept.text),
    keep: () => ({ columns: 80, rows: 24, text }),
  };
}

test("a terminal is given no more than it reads, and then all that has come in between", () => {
  const feed = openScreenFeed();
  const screen = openSlowScreen();
  feed.attach(screen);
  for (const text of ["one ", "two ", "three "]) feed.push(bytes(text));
  expect(screen.waiting()).toBe(1);
  screen.read();
  expect(screen.text()).toBe("one ");
  screen.read();
  expect(screen.text()).toBe("one two three ");
  expect(screen.waiting()).toBe(0);
});

test("what is kept of a terminal is all that was printed until then", async () => {
  const feed = openScreenFeed();
  const screen = openSlowScreen();
  feed.attach(screen);
  feed.push(bytes("before "));
  const keeping = feed.keep();
  screen.read();
  expect(await keeping).toEqual({ columns: 80, rows: 24, text: "before " });
});

test("a terminal that comes later shows first what was left there, then what was printed since", () => {
  const feed = openScreenFeed();
  feed.restore({ columns: 80, rows: 24, text: "left " });
  feed.push(bytes("printed"));
  const screen = openSlowScreen();
  feed.attach(screen);
  screen.read();
  expect(screen.text()).toBe("left printed");
});

test("without its terminal nothing is kept, but what was left there is not forgotten", async () => {
  const feed = openScreenFeed();
  const left = { columns: 80, rows: 24, text: "left" };
  expect(await feed.keep()).toBeNull();
  feed.restore(left);
  expect(await feed.keep()).toEqual(left);
});

test("nobody waits for a terminal that was taken away: what stood there then is kept, and shown by the next", async () => {
  const feed = openScreenFeed();
  const screen = openSlowScreen();
  const detach = feed.attach(screen);
  feed.push(bytes("read "));
  screen.read();
  feed.push(bytes("on its way "));
  feed.push(bytes("waiting"));
  const keeping = feed.keep();
  detach();
  expect(await keeping).toMatchObject({ text: "read " });
  const next = openSlowScreen();
  feed.attach(next);
  next.read();
  expect(next.text()).toBe("read waiting");
});
