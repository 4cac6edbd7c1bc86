import { expect, test } from "vitest";
import type { AllocationSite } from "@/lib/run/memory-profile";
import { heaviestSite, memoryStory } from "./memory-story";

const COUNT = 40;
const storyOf = (heldAt: (share: number) => number) => {
  const looks = Array.from({ length: COUNT + 1 }, (_, n) => {
    const held = Math.round(heldAt(n / COUNT));
    return { atMs: n * 5, held, peak: held };
  });
  return memoryStory({ looks, peak: Math.max(...looks.map(({ peak }) => peak)) });
};

test.each([
  ["a straight rise", "kept growing", (share: number) => share * 1e6],
  ["a rise that slows down but goes on", "kept growing", (share: number) => Math.sqrt(share) * 1e6],
  ["a rise with a saw on it", "kept growing", (share: number) => share * 1e6 + ((share * COUNT) % 4) * 1e4],
  ["a rise that ends", "went flat", (share: number) => Math.min(share * 5, 1) * 1e6],
  [
    "a saw that comes back to where it was",
    "went flat",
    (share: number) => 1e6 + ((share * COUNT) % 5) * 1e4,
  ],
  ["a hill", "fell back", (share: number) => Math.sin(share * Math.PI) * 1e6],
])("%s %s", (_, course, heldAt) => {
  expect(storyOf(heldAt).course).toBe(course);
});

test("the middle is that of the time, also where the looks are few there", () => {
  const looks = [
    { atMs: 0, held: 0, peak: 0 },
    { atMs: 100, held: 1_000, peak: 1_000 },
  ];
  expect(memoryStory({ looks, peak: 1_000 })).toEqual({
    course: "too short to tell",
    middle: 500,
    end: 1_000,
    peak: 1_000,
  });
});

test("the heaviest line is that of the fullest moment, though it has let go of all at the end", () => {
  const site = (line: number, bytes: number, fullestBytes: number): AllocationSite => ({
    file: "cell.py",
    line,
    bytes,
    blocks: 1,
    earlierBytes: 0,
    fullestBytes,
  });
  expect(heaviestSite({ sites: [site(3, 100, 100), site(7, 0, 900)] })).toMatchObject({
    site: { line: 7 },
    share: 0.9,
  });
  expect(heaviestSite({ sites: null })).toBeNull();
  expect(heaviestSite({ sites: [] })).toBeNull();
});
