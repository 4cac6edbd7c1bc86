const INT32_LIMIT = 2 ** 31;
const LONG_DIGIT_BITS = 15;
const FIRST_BYTES = 4_096;
const CODES = { text: 0x75, int: 0x69, long: 0x6c, float: 0x67, tuple: 0x29, dict: 0x7b, end: 0x30 } as const;

/** Python's `marshal` format, as far as it is needed here; the type codes are those of CPython's Python/marshal.c. */
export type MarshalWriter = {
  readonly text: (value: string) => void;
  /** A whole number of 0 or more. */
  readonly int: (value: number) => void;
  readonly float: (value: number) => void;
  /** Exactly this many values must follow; 255 at most. */
  readonly tuple: (length: number) => void;
  /** Keys and values follow by turns, then `endDict`. */
  readonly dict: () => void;
  readonly endDict: () => void;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
};

/** Opens a writer of one marshalled value. */
export function openMarshalWriter(): MarshalWriter {
  const encoder = new TextEncoder();
  let written = new Uint8Array(FIRST_BYTES);
  let view = new DataView(written.buffer);
  let at = 0;
  /** Where the next `length` bytes go. */
  const take = (length: number) => {
    const from = at;
    at += length;
    if (at > written.length) {
      const larger = new Uint8Array(Math.max(at, written.length * 2));
      larger.set(written);
      written = larger;
      view = new DataView(written.buffer);
    }
    return from;
  };
  const code = (letter: keyof typeof CODES) => {
    const place = take(1);
    view.setUint8(place, CODES[letter]);
  };
  const int32 = (value: number) => {
    const place = take(4);
    view.setInt32(place, value, true);
  };
  return {
    text: (value) => {
      const encoded = encoder.encode(value);
      code("text");
      int32(encoded.length);
      const place = take(encoded.length);
      written.set(encoded, place);
    },
    int: (value) => {
      if (value < INT32_LIMIT) {
        code("int");
        int32(value);
        return;
      }
      const digits = longDigits(value);
      code("long");
      int32(digits.length);
      for (const digit of digits) {
        const place = take(2);
        view.setUint16(place, digit, true);
      }
    },
    float: (value) => {
      code("float");
      const place = take(8);
      view.setFloat64(place, value, true);
    },
    tuple: (length) => {
      code("tuple");
      const place = take(1);
      view.setUint8(place, length);
    },
    dict: () => code("dict"),
    endDict: () => code("end"),
    bytes: () => written.slice(0, at),
  };
}

/** Least significant first. */
function longDigits(value: number) {
  const digits: number[] = [];
  const base = 2 ** LONG_DIGIT_BITS;
  for (let rest = value; rest > 0; rest = Math.floor(rest / base)) digits.push(rest % base);
  return digits;
}
