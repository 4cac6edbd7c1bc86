import { expect, test } from "vitest";
import type { MemoryProfile } from "@/lib/run/memory-profile";
import { lineHeats } from "./heat";
import { methodSentence, siteName, storySentence } from "./memory-sentences";

const MB = 1_000_000;

function profileOf(heldAt: (share: number) => number, more: Partial<MemoryProfile> = {}): MemoryProfile {
  const looks = Array.from({ length: 21 }, (_, n) => {
    const held = Math.round(heldAt(n / 20));
    return { atMs: n * 5, held, peak: held };
  });
  const peak = Math.max(...looks.map(({ held }) => held));
  return { wallMs: 100, unit: "bytes", peak, looks, sites: null, earlierAtMs: null, hasLooks: true, ...more };
}

const site = (line: number, bytes: number, fullestBytes = bytes) => ({
  file: "leak.py",
  line,
  bytes,
  blocks: 10,
  earlierBytes: 0,
  fullestBytes,
});

test("a leak is said to grow to the end, with the line that holds it", () => {
  const memory = profileOf((share) => share * 14 * MB, { sites: [site(14, 9 * MB), site(3, MB)] });
  expect(storySentence(memory, "leak.py")).toBe(
    "Grew to the end: 7.0 MB half-way, 14.0 MB at the end, and it did not fall: line 14 holds 90 % of it.",
  );
});

test("what went flat, what fell back and what was next to nothing are said to have", () => {
  expect(
    storySentence(
      profileOf((share) => Math.min(1, share * 10) * MB),
      "leak.py",
    ),
  ).toMatch(/^Went flat: 1.0 MB/);
  const hill = profileOf((share) => Math.sin(share * Math.PI) * MB, { sites: [site(2, 0, MB)] });
  expect(storySentence(hill, "leak.py")).toBe(
    "Rose to 1.0 MB and fell back to 0 bytes: line 2 held, at the fullest look, 100 % of it.",
  );
  expect(
    storySentence(
      profileOf(() => 900),
      "leak.py",
    ),
  ).toBe("Holds next to nothing: 900 bytes at most.");
});

test("in JavaScript blocks are counted, and no line is named", () => {
  const memory = profileOf((share) => share * 4_000, { unit: "blocks" });
  expect(storySentence(memory, "leak.js")).toBe(
    "Grew to the end: 2,000 blocks half-way, 4,000 blocks at the end, and it did not fall.",
  );
  expect(methodSentence(memory)).toMatch(/^Blocks of memory \(counted\) by 21 looks/);
});

test("where nobody could look, that is said", () => {
  expect(methodSentence(profileOf(() => MB, { hasLooks: false }))).toContain("nobody can look into");
});

test("lines of other files are named with their file, and the library without a line", () => {
  expect(siteName({ file: "agent.py", line: 3 }, "leak.py")).toBe("line 3 of agent.py");
  expect(siteName({ file: null, line: null }, "leak.py")).toBe("the library");
});

test("lines of the program are as hot as what they held when it was most", () => {
  const memory = profileOf(() => MB, {
    sites: [site(14, 0, 9 * MB), site(3, 2 * MB), { ...site(1, MB), file: null }],
  });
  const report = { kind: "memory", code: "pass", file: "leak.py", memory } as const;
  expect(lineHeats(report, "pass")).toEqual([
    { line: 14, heat: 4, told: "Line 14: holds 0 bytes at the end, 9.0 MB at the fullest look" },
    { line: 3, heat: 2, told: "Line 3: holds 2.0 MB at the end, 2.0 MB at the fullest look" },
  ]);
  expect(lineHeats(report, "other code")).toBeNull();
});
