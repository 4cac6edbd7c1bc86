import fc from "fast-check";
import { expect, test } from "vitest";
import { newOutputRing, openRingReader, openRingWriter } from "./output-ring";

const text = fc.string({ unit: "grapheme", maxLength: 2_000 });

test("what is written is read back in order, whatever the text and however often the ring wraps", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("stdout", "stderr"), text), { maxLength: 80 }),
      (writes) => {
        const ring = newOutputRing();
        const writer = openRingWriter(ring, () => {});
        const reader = openRingReader(ring);
        for (const [stream, written] of writes) {
          if (written === "") continue;
          writer.write(stream, written);
          expect(reader.drain()).toEqual([
            { stream, text: written.toWellFormed(), writtenAtMs: expect.any(Number) },
          ]);
        }
      },
    ),
  );
});

test("the doorbell rings once until the ring is emptied", () => {
  const ring = newOutputRing();
  let rings = 0;
  const writer = openRingWriter(ring, () => (rings += 1));
  writer.write("stdout", "a");
  writer.write("stdout", "b");
  expect(rings).toBe(1);
  openRingReader(ring).drain();
  writer.write("stdout", "c");
  expect(rings).toBe(2);
});

test("text longer than a record is split between characters, never inside one", () => {
  const ring = newOutputRing();
  const long = "é😀".repeat(7_000);
  openRingWriter(ring, () => {}).write("stderr", long);
  const records = openRingReader(ring).drain();
  expect(records.length).toBeGreaterThan(1);
  expect(records.map(({ text }) => text).join("")).toBe(long);
});

test("a ring scribbled over by its process is emptied, not believed", () => {
  const ring = newOutputRing();
  openRingWriter(ring, () => {}).write("stdout", "hello");
  new Uint8Array(ring, 12).fill(0xff, 1, 5);
  const reader = openRingReader(ring);
  expect(reader.drain()).toEqual([]);
  expect(reader.drain()).toEqual([]);
});
