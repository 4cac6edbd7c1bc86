// Evaluated backstage: gives programs TextEncoder, TextDecoder, atob and btoa.
({ kept, publish }) => {
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const REPLACEMENT = 0xfffd;
  const CHUNK = 4_096;
  const INVALID_CHARACTER = 5;
  const UTF_8 = ["utf-8", "utf8", "unicode-1-1-utf-8"];

  /** Calls `push` with each byte; gives how many characters were used before it said no to one's bytes. */
  function encode(text, push) {
    let used = 0;
    for (const character of text) {
      const isLone = character.length === 1 && character >= "\ud800" && character <= "\udfff";
      const point = isLone ? REPLACEMENT : character.codePointAt(0);
      const bytes =
        point < 0x80
          ? [point]
          : point < 0x800
            ? [0xc0 | (point >> 6), 0x80 | (point & 63)]
            : point < 0x10000
              ? [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)]
              : [
                  0xf0 | (point >> 18),
                  0x80 | ((point >> 12) & 63),
                  0x80 | ((point >> 6) & 63),
                  0x80 | (point & 63),
                ];
      if (!push(bytes)) break;
      used += character.length;
    }
    return used;
  }

  /** How many bytes follow a first byte, and what the one after it may be. */
  const sequenceOf = (first) => {
    if (first >= 0xc2 && first <= 0xdf) return { more: 1, low: 0x80, high: 0xbf };
    if (first >= 0xe0 && first <= 0xef)
      return { more: 2, low: first === 0xe0 ? 0xa0 : 0x80, high: first === 0xed ? 0x9f : 0xbf };
    if (first >= 0xf0 && first <= 0xf4)
      return { more: 3, low: first === 0xf0 ? 0x90 : 0x80, high: first === 0xf4 ? 0x8f : 0xbf };
    return null;
  };

  /** Decodes what is whole; gives the points, and where a sequence begins that the bytes end in. */
  function decode(bytes, { isFatal, isLast }) {
    const points = [];
    const refuse = () => {
      if (isFatal) throw new kept.TypeError("The encoded data was not valid for encoding utf-8.");
      points.push(REPLACEMENT);
    };
    let at = 0;
    while (at < bytes.length) {
      const first = bytes[at];
      if (first < 0x80) {
        points.push(first);
        at += 1;
        continue;
      }
      const sequence = sequenceOf(first);
      let taken = 1;
      let point = sequence === null ? 0 : first & (0x3f >> sequence.more);
      while (sequence !== null && taken <= sequence.more && at + taken < bytes.length) {
        const byte = bytes[at + taken];
        const [low, high] = taken === 1 ? [sequence.low, sequence.high] : [0x80, 0xbf];
        if (byte < low || byte > high) break;
        point = (point << 6) | (byte & 63);
        taken += 1;
      }
      const isWhole = sequence !== null && taken === sequence.more + 1;
      if (isWhole) points.push(point);
      else if (sequence !== null && at + taken === bytes.length && !isLast) return { points, rest: at };
      else refuse();
      at += taken;
    }
    return { points, rest: at };
  }

  function textOf(points) {
    let text = "";
    for (let at = 0; at < points.length; at += CHUNK)
      text += String.fromCodePoint(...points.slice(at, at + CHUNK));
    return text;
  }

  function bytesOf(source) {
    if (source === undefined) return new Uint8Array(0);
    if (ArrayBuffer.isView(source))
      return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
    return new Uint8Array(source);
  }

  class TextEncoder {
    get encoding() {
      return "utf-8";
    }
    encode(text = "") {
      const bytes = [];
      encode(`${text}`, (some) => bytes.push(...some));
      const made = new kept.Uint8Array(bytes.length);
      for (let at = 0; at < bytes.length; at += 1) made[at] = bytes[at];
      return made;
    }
    encodeInto(text, target) {
      let written = 0;
      const read = encode(`${text}`, (bytes) => {
        if (written + bytes.length > target.length) return false;
        for (const byte of bytes) target[written++] = byte;
        return true;
      });
      return Object.setPrototypeOf({ read, written }, kept.Object.prototype);
    }
  }

  class TextDecoder {
    #isFatal;
    #keepsMark;
    #waiting = new Uint8Array(0);
    #hasBegun = false;
    constructor(label = "utf-8", options = undefined) {
      if (!UTF_8.includes(`${label}`.trim().toLowerCase()))
        throw new kept.RangeError(`The encoding "${label}" is not known here: use utf-8.`);
      this.#isFatal = Boolean(options?.fatal);
      this.#keepsMark = Boolean(options?.ignoreBOM);
    }
    get encoding() {
      return "utf-8";
    }
    get fatal() {
      return this.#isFatal;
    }
    get ignoreBOM() {
      return this.#keepsMark;
    }
    decode(source = undefined, options = undefined) {
      const isLast = !options?.stream;
      const fresh = bytesOf(source);
      const bytes = new Uint8Array(this.#waiting.length + fresh.length);
      bytes.set(this.#waiting);
      bytes.set(fresh, this.#waiting.length);
      const { points, rest } = decode(bytes, { isFatal: this.#isFatal, isLast });
      if (!this.#hasBegun && !this.#keepsMark && points[0] === 0xfeff) points.shift();
      this.#waiting = isLast ? new Uint8Array(0) : bytes.slice(rest);
      this.#hasBegun = !isLast && (this.#hasBegun || points.length > 0);
      return textOf(points);
    }
  }

  function refuse(message) {
    const error = new kept.Error(message);
    for (const [name, value] of Object.entries({ name: "InvalidCharacterError", code: INVALID_CHARACTER }))
      Object.defineProperty(error, name, { value, writable: true, enumerable: false, configurable: true });
    throw error;
  }

  function toBase64(text) {
    let made = "";
    for (let at = 0; at < text.length; at += 3) {
      const codes = [0, 1, 2].map((nth) => text.charCodeAt(at + nth));
      if (codes.some((code) => code > 255))
        refuse("btoa takes characters up to U+00FF only: encode the text first.");
      const bits = (codes[0] << 16) | (codes[1] << 8) | codes[2];
      const digits = [18, 12, 6, 0].map((shift) => ALPHABET[(bits >> shift) & 63]);
      const used = text.length - at;
      made += digits[0] + digits[1] + (used > 1 ? digits[2] : "=") + (used > 2 ? digits[3] : "=");
    }
    return made;
  }

  function fromBase64(text) {
    const compact = text.replace(/[\t\n\f\r ]/g, "");
    const digits = compact.length % 4 === 0 ? compact.replace(/={1,2}$/, "") : compact;
    if (digits.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(digits))
      refuse("What atob was given is not base64.");
    let made = "";
    let bits = 0;
    let count = 0;
    for (const digit of digits) {
      bits = ((bits << 6) | ALPHABET.indexOf(digit)) & 0xfff;
      count += 6;
      if (count < 8) continue;
      count -= 8;
      made += String.fromCharCode((bits >> count) & 255);
    }
    return made;
  }

  for (const made of [TextEncoder, TextDecoder])
    Object.defineProperty(made.prototype, Symbol.toStringTag, { value: made.name, configurable: true });
  publish({
    TextEncoder,
    TextDecoder,
    btoa: (data) => toBase64(`${data}`),
    atob: (data) => fromBase64(`${data}`),
  });
  return { decodeText: (bytes) => new TextDecoder().decode(bytes) };
};
