import { joinBytes } from "./join-bytes";

/** The few words of WebAssembly's binary format that rewriting a function and reading its data take. */
export const SECTION = { type: 1, function: 3, export: 7, code: 10, data: 11, dataCount: 12 } as const;
const HEADER_BYTES = 8;

export type Section = { readonly id: number; readonly content: Uint8Array };
export type WasmExport = { readonly name: string; readonly kind: number; readonly index: number };

/** An unsigned number in the format's variable length. */
export function encodeNumber(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...encodeNumber(value >>> 7)];
}

/** An i32 of zero or more, as a constant's operand: where the sixth bit would be taken for the sign comes one byte more. */
export function encodeSigned(value: number): number[] {
  if (value < 0x40) return [value];
  return [(value & 0x7f) | 0x80, ...encodeSigned(value >>> 7)];
}

/** Reads forward through bytes; running past their end is an error. */
export function openReader(bytes: Uint8Array) {
  let at = 0;
  const byte = () => {
    const value = bytes[at];
    if (value === undefined) throw new Error(`The WebAssembly module is cut off at byte ${at}.`);
    at += 1;
    return value;
  };
  const number = (): number => {
    const value = byte();
    return value < 0x80 ? value : (value & 0x7f) + number() * 0x80;
  };
  const signedNumber = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = byte();
      value |= (next & 0x7f) << shift;
      if (next >= 0x80) continue;
      return shift < 25 && (next & 0x40) !== 0 ? value | (-1 << (shift + 7)) : value;
    }
  };
  const take = (length: number) => {
    const taken = bytes.subarray(at, at + length);
    at += length;
    return taken;
  };
  return {
    byte,
    number,
    /** An i32, as a constant's operand is written. */
    signedNumber,
    take,
    isAtEnd: () => at >= bytes.length,
    /** As many entries as the number that comes first says. */
    list: <Entry>(entry: () => Entry): Entry[] => Array.from({ length: number() }, entry),
    name: () => new TextDecoder().decode(take(number())),
  };
}

export function readSections(module: Uint8Array): Section[] {
  const reader = openReader(module.subarray(HEADER_BYTES));
  const sections: Section[] = [];
  while (!reader.isAtEnd()) sections.push({ id: reader.byte(), content: reader.take(reader.number()) });
  return sections;
}

/** The module with these sections, under its own header. */
export function writeSections(module: Uint8Array, sections: readonly Section[]): Uint8Array<ArrayBuffer> {
  const parts = sections.flatMap(({ id, content }) => [
    Uint8Array.from([id, ...encodeNumber(content.length)]),
    content,
  ]);
  return joinBytes([module.subarray(0, HEADER_BYTES), ...parts]);
}

/** A section's content: its entries after their number. */
export const listOf = (entries: readonly Uint8Array[]) =>
  joinBytes([Uint8Array.from(encodeNumber(entries.length)), ...entries]);

export const readExports = (content: Uint8Array): WasmExport[] => {
  const reader = openReader(content);
  return reader.list(() => ({ name: reader.name(), kind: reader.byte(), index: reader.number() }));
};

/** How many parameters the function of each type takes. */
export const readParameterCounts = (content: Uint8Array): number[] => {
  const reader = openReader(content);
  return reader.list(() => {
    reader.byte();
    const parameters = reader.list(reader.byte);
    reader.list(reader.byte);
    return parameters.length;
  });
};
