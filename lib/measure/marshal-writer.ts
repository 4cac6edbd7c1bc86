const INT32_LIMIT = 2 ** 31;
const LONG_DIGIT_BITS = 15;

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
  const parts: Uint8Array[] = [];
  const code = (letter: string) => parts.push(encoder.encode(letter));
  const fixed = (length: number, write: (view: DataView) => void) => {
    const view = new DataView(new ArrayBuffer(length));
    write(view);
    parts.push(new Uint8Array(view.buffer));
  };
  const int32 = (value: number) => fixed(4, (view) => view.setInt32(0, value, true));
  return {
    text: (value) => {
      const encoded = encoder.encode(value);
      code("u");
      int32(encoded.length);
      parts.push(encoded);
    },
    int: (value) => {
      if (value < INT32_LIMIT) {
        code("i");
        int32(value);
        return;
      }
      const digits = longDigits(value);
      code("l");
      int32(digits.length);
      for (const digit of digits) fixed(2, (view) => view.setUint16(0, digit, true));
    },
    float: (value) => {
      code("g");
      fixed(8, (view) => view.setFloat64(0, value, true));
    },
    tuple: (length) => {
      code(")");
      fixed(1, (view) => view.setUint8(0, length));
    },
    dict: () => void code("{"),
    endDict: () => void code("0"),
    bytes: () => joined(parts),
  };
}

/** Least significant first. */
function longDigits(value: number) {
  const digits: number[] = [];
  const base = 2 ** LONG_DIGIT_BITS;
  for (let rest = value; rest > 0; rest = Math.floor(rest / base)) digits.push(rest % base);
  return digits;
}

function joined(parts: readonly Uint8Array[]) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
