import { joinBytes } from "@/lib/machine/join-bytes";

/**
 * The state in which a machine was left, as what differs from the image it started with: a state of v86 is a header and
 * buffers, and most pages of its buffers are the image's own. Layout, little-endian: the header's length in bytes, the
 * number of pages, for each page where it stands in the image (in bytes) or `NEW`; then the header; then the new pages.
 */
const PAGE_BYTES = 4096;
const NEW = 0xff_ff_ff_ff;
const FIELDS = 2;

/** Of v86's own layout: a header of four words, the last of which is the length of the JSON that follows. */
const HEADER_WORDS = 4;

/** What `state` holds that `image` does not. */
export function packState(state: ArrayBuffer, image: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const known = pagesByHash(image);
  const start = bodyStart(state);
  const pages = Math.ceil((state.byteLength - start) / PAGE_BYTES);
  const places = new Uint32Array(pages);
  const fresh: Uint8Array[] = [];
  for (let page = 0; page < pages; page += 1) {
    const bytes = pageAt(state, start + page * PAGE_BYTES);
    const place = known.get(hashOf(bytes));
    const isKnown = place !== undefined && isSame(bytes, pageAt(image, place));
    places[page] = isKnown ? place : NEW;
    if (!isKnown) fresh.push(bytes);
  }
  const fields = Uint32Array.of(start, pages);
  return joinBytes([bytesOf(fields), bytesOf(places), new Uint8Array(state, 0, start), ...fresh]);
}

/** The state again. Throws where `packed` was not made from this image. */
export function unpackState(packed: ArrayBuffer, image: ArrayBuffer): ArrayBuffer {
  const words = new Uint32Array(packed, 0, FIELDS);
  const [start = 0, pages = 0] = words;
  const places = new Uint32Array(packed, FIELDS * 4, pages);
  let from = (FIELDS + pages) * 4;
  const parts = [new Uint8Array(packed, from, start)];
  from += start;
  for (const place of places) {
    if (place === NEW) {
      const bytes = pageAt(packed, from);
      parts.push(bytes);
      from += bytes.length;
    } else {
      if (place >= image.byteLength) throw new Error("This state was left by another image.");
      parts.push(pageAt(image, place));
    }
  }
  return joinBytes(parts).buffer;
}

function bodyStart(state: ArrayBuffer) {
  const [, , , length = 0] = new Int32Array(state, 0, HEADER_WORDS);
  return (HEADER_WORDS * 4 + length + 3) & -4;
}

function pagesByHash(image: ArrayBuffer) {
  const places = new Map<number, number>();
  for (let place = bodyStart(image); place < image.byteLength; place += PAGE_BYTES)
    places.set(hashOf(pageAt(image, place)), place);
  return places;
}

const pageAt = (buffer: ArrayBuffer, place: number) =>
  new Uint8Array(buffer, place, Math.min(PAGE_BYTES, buffer.byteLength - place));

/** FNV-1a over words (http://www.isthe.com/chongo/tech/comp/fnv/); pages with the same are compared byte by byte. */
function hashOf(page: Uint8Array) {
  let hash = 0x81_1c_9d_c5;
  const words = new Int32Array(page.buffer, page.byteOffset, page.byteLength >> 2);
  for (const word of words) hash = Math.imul(hash ^ word, 0x01_00_01_93);
  return hash;
}

function isSame(one: Uint8Array, other: Uint8Array) {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array) =>
  new Uint8Array(buffer, byteOffset, byteLength);
