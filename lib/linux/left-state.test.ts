import { expect, test } from "vitest";
import { packState, unpackState } from "./left-state";

/** A state as v86 lays it out: four words, JSON, then buffers. */
function stateOf(json: string, body: Uint8Array) {
  const text = new TextEncoder().encode(json);
  const start = (16 + text.length + 3) & -4;
  const state = new Uint8Array(start + body.length);
  new Int32Array(state.buffer)[3] = text.length;
  state.set(text, 16);
  state.set(body, start);
  return state.buffer;
}

const noise = (bytes: number, seed: number) =>
  Uint8Array.from({ length: bytes }, (_, index) => (Math.imul(index + seed, 2_654_435_761) >>> 13) & 255);

test("a state comes back as it was, and takes no more than what is new in it", () => {
  const pages = Array.from({ length: 40 }, (_, index) => noise(4096, index * 7919));
  const image = stateOf('{"at":"the prompt"}', Buffer.concat(pages));
  const moved = [...pages.slice(5), noise(4096, 1_000_003), ...pages.slice(0, 5), noise(100, 5)];
  const state = stateOf('{"at":"work, with longer words"}', Buffer.concat(moved));
  const packed = packState(state, image);
  expect(packed.length).toBeLessThan(4096 + 1000);
  expect(Buffer.from(unpackState(packed.buffer, image)).equals(Buffer.from(state))).toBe(true);
});

test("pages that merely have the same hash are told apart", () => {
  const page = new Uint8Array(4096);
  const twin = new Uint8Array(4096);
  // Two words that leave the hash where it was: it is a product, so what is lost in its upper bits is not seen.
  new Int32Array(twin.buffer).set([0x811c9dc5 ^ 0, 0]);
  const state = stateOf("{}", twin);
  expect(Buffer.from(unpackState(packState(state, stateOf("{}", page)).buffer, stateOf("{}", page)))).toEqual(
    Buffer.from(state),
  );
});

test("a state left by another image is refused", () => {
  const image = stateOf("{}", noise(8 * 4096, 1));
  const packed = packState(image, image);
  expect(() => unpackState(packed.buffer, stateOf("{}", noise(4096, 1)))).toThrow("another image");
});
