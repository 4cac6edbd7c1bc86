import { expect, test } from "vitest";
import { packSnapshot, unpackSnapshot } from "./packed-snapshot";

/** A module with one data segment: the bytes 1 to 4 at address 70, whose constant takes two bytes. */
const interpreter = Uint8Array.from(
  [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0].concat([11, 11, 1, 0, 0x41, 0xc6, 0x00, 0x0b, 4, 1, 2, 3, 4]),
);
const memoryStart = 16;
const allocate = (bytes: number) => new ArrayBuffer(bytes);

function snapshotWith(change: (memory: Uint8Array) => void) {
  const snapshot = new Uint8Array(memoryStart + 3 * 65_536);
  snapshot.fill(7, 0, memoryStart);
  snapshot.set([1, 2, 3, 4], memoryStart + 70);
  change(snapshot.subarray(memoryStart));
  return snapshot;
}

test("a snapshot comes out as it went in", () => {
  const snapshot = snapshotWith((memory) => {
    memory.set([9, 9, 9], 70);
    memory[100_000] = 1;
    memory[memory.length - 1] = 5;
  });
  const packed = packSnapshot({ interpreter, snapshot, memoryStart });
  const unpacked = new Uint8Array(unpackSnapshot({ interpreter, packed: packed.buffer }, allocate));
  expect(Buffer.from(unpacked).equals(Buffer.from(snapshot))).toBe(true);
});

test("what the interpreter starts with does not travel", () => {
  const snapshot = snapshotWith(() => {});
  const changed = snapshotWith((memory) => (memory[100_000] = 1));
  const bytes = (whole: Uint8Array) => packSnapshot({ interpreter, snapshot: whole, memoryStart }).length;
  expect(bytes(snapshot)).toBeLessThan(5_000);
  expect(bytes(changed)).toBeLessThan(10_000);
});

test("a snapshot of another interpreter is refused", () => {
  const packed = packSnapshot({ interpreter, snapshot: snapshotWith(() => {}), memoryStart });
  const other = interpreter.slice();
  other[other.length - 1] = 5;
  expect(() => unpackSnapshot({ interpreter: other, packed: packed.buffer }, allocate)).toThrow(
    "made of another interpreter",
  );
});

test("a snapshot that was cut off is refused", () => {
  const packed = packSnapshot({ interpreter, snapshot: snapshotWith(() => {}), memoryStart });
  expect(() => unpackSnapshot({ interpreter, packed: packed.slice(0, -8).buffer }, allocate)).toThrow(
    "is not whole",
  );
});
