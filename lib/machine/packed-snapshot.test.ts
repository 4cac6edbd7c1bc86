import { expect, test } from "vitest";
import { BLOCK_BYTES, openSnapshot, openUnpacker, packSnapshot } from "./packed-snapshot";

/** A module with one data segment: the bytes 1 to 4 at address 70, whose constant takes two bytes. */
const interpreter = Uint8Array.from(
  [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0].concat([11, 11, 1, 0, 0x41, 0xc6, 0x00, 0x0b, 4, 1, 2, 3, 4]),
);
const header = Uint8Array.of(7, 7, 7, 7, 7);
const allocate = (bytes: number) => new ArrayBuffer(bytes);

function freshMemory() {
  const memory = new Uint8Array(3 * 65_536);
  memory.set([1, 2, 3, 4], 70);
  return memory;
}

function memoryWith(change: (memory: Uint8Array) => void) {
  const memory = freshMemory();
  change(memory);
  return memory;
}

const packed = (memory: Uint8Array) => packSnapshot({ interpreter, header, memory });

test("a fresh memory into which a snapshot is written is the memory it was made of", () => {
  const memory = memoryWith((bytes) => {
    bytes.set([9, 9, 9], 70);
    bytes[100_000] = 1;
    bytes[bytes.length - 1] = 5;
  });
  const unpacked = openUnpacker(interpreter)(packed(memory).buffer, allocate);
  const snapshot = openSnapshot(unpacked);
  const restored = new Uint32Array(freshMemory().buffer);
  const words = BLOCK_BYTES / 4;
  for (const [position, index] of snapshot.indexes.entries())
    restored.set(snapshot.blocks.subarray(position * words, (position + 1) * words), index * words);
  expect(Buffer.from(restored.buffer).equals(Buffer.from(memory))).toBe(true);
  expect(snapshot.memoryBytes).toBe(memory.length);
  expect([...snapshot.header]).toEqual([...header]);
});

test("what the interpreter starts with does not travel", () => {
  expect(packed(freshMemory()).length).toBeLessThan(100);
  expect(packed(memoryWith((memory) => (memory[100_000] = 1))).length).toBeLessThan(5_000);
});

test("a snapshot of another interpreter is refused", () => {
  const other = interpreter.slice();
  other[other.length - 1] = 5;
  const unpack = openUnpacker(other);
  expect(() => unpack(packed(freshMemory()).buffer, allocate)).toThrow("made of another interpreter");
});

test("a snapshot that was cut off is refused", () => {
  const cut = packed(memoryWith((memory) => (memory[0] = 1))).slice(0, -8);
  expect(() => openUnpacker(interpreter)(cut.buffer, allocate)).toThrow("is not whole");
});

test("bytes that are no snapshot are refused", () => {
  expect(() => openSnapshot(Uint32Array.of(1, 1_000).buffer)).toThrow("is not whole");
  expect(() => openSnapshot(Uint32Array.of(1, 1_000, 65_536, 3, 0).buffer)).toThrow("is not whole");
});
