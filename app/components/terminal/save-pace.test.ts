import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { paceSaves } from "./save-pace";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SECOND = 1_000;
const startedAt = () => {
  const began = performance.now();
  const saves: number[] = [];
  const pace = paceSaves(async () => void saves.push((performance.now() - began) / SECOND));
  return { pace, saves };
};
const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * SECOND);

test("a machine is saved once it has been quiet for four seconds, and not again while nothing changes", async () => {
  const { pace, saves } = startedAt();
  pace.noteDone();
  await wait(3);
  pace.noteOutput();
  await wait(60);
  expect(saves).toEqual([7]);
});

test("what is typed all the time is saved every now and then", async () => {
  const { pace, saves } = startedAt();
  for (let second = 0; second < 60; second += 1) {
    pace.noteDone();
    await wait(1);
  }
  expect(saves).toEqual([30, 60]);
});

test("a picture that is drawn again and again is no reason to save; what was typed before it is", async () => {
  const { pace, saves } = startedAt();
  pace.noteDone();
  for (let second = 0; second < 120; second += 3) {
    pace.noteOutput();
    await wait(3);
  }
  expect(saves).toEqual([30]);
});

test("two saves are ten seconds apart, but not where the page may soon be gone", async () => {
  const { pace, saves } = startedAt();
  pace.noteDone();
  await wait(5);
  pace.noteDone();
  await wait(20);
  expect(saves).toEqual([4, 14]);
  pace.noteDone();
  await pace.saveNow();
  await pace.saveNow();
  expect(saves).toEqual([4, 14, 25]);
});

test("a machine that is no more is not saved", async () => {
  const { pace, saves } = startedAt();
  pace.noteDone();
  pace.stop();
  await pace.saveNow();
  await wait(60);
  expect(saves).toEqual([]);
});

test("what changes during a save is saved by the next one", async () => {
  const began: number[] = [];
  let finish = () => {};
  const pace = paceSaves(() => {
    began.push(began.length + 1);
    return new Promise<void>((resolve) => (finish = resolve));
  });
  pace.noteDone();
  await wait(4);
  pace.noteDone();
  const hidden = pace.saveNow();
  expect(began).toEqual([1]);
  finish();
  await wait(0);
  expect(began).toEqual([1, 2]);
  finish();
  await hidden;
});
