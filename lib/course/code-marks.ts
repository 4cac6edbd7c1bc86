/** The kinds of token that `app/code.css` colours, by the letter that stands for them. */
const kinds = { k: "keyword", s: "string", c: "comment", n: "constant", f: "function" } as const;
const PLAIN = "p";

type Kind = (typeof kinds)[keyof typeof kinds];
export type Token = { readonly kind: string; readonly length: number };

const isKind = (kind: string): kind is Kind => Object.values<string>(kinds).includes(kind);
const letterOf = (kind: string) =>
  isKind(kind) ? (Object.entries(kinds).find(([, each]) => each === kind)?.[0] ?? PLAIN) : PLAIN;

/**
 * Which kind of token stands where, in a few letters: `k3p1f4` is a keyword of three characters, one that is plain, and
 * the name of a function; a length of 1 is left out. The HTML of the same code is some ten times as long, and a page
 * would carry it twice.
 */
export function encodeMarks(tokens: readonly Token[]): string {
  const merged: { letter: string; length: number }[] = [];
  for (const { kind, length } of tokens) {
    const letter = letterOf(kind);
    const last = merged.at(-1);
    if (last?.letter === letter) last.length += length;
    else merged.push({ letter, length });
  }
  return merged.map(({ letter, length }) => (length === 1 ? letter : `${letter}${length}`)).join("");
}

/** Code as the HTML of a `<code>` element: one `<span class="line">` a line, its tokens in spans of their kind. */
export function codeHtml(code: string, marks: string): string {
  let at = 0;
  const pieces = [...marks.matchAll(/([a-z])(\d*)/g)].map(([, letter = PLAIN, length]) => {
    const text = escaped(code.slice(at, at + Number(length || 1)));
    at += Number(length || 1);
    const kind = Object.entries(kinds).find(([each]) => each === letter)?.[1];
    return kind === undefined ? text.replaceAll("\n", LINE_BREAK) : `<span class="${kind}">${text}</span>`;
  });
  return `<code><span class="line">${pieces.join("")}</span></code>`;
}

const LINE_BREAK = '</span>\n<span class="line">';

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
