/** A machine takes no more in one message; what is pasted may be longer. */
const PART_LIMIT_CHARACTERS = 50_000;

/** A text in parts that a machine takes, none of which ends within a character. */
export function inputParts(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + PART_LIMIT_CHARACTERS, text.length);
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;
