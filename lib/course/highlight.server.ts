import "server-only";
import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { createCssVariablesTheme, createHighlighter, type Highlighter } from "shiki";
import { encodeMarks, type Token } from "./code-marks";

const theme = createCssVariablesTheme({ name: "lento", variablePrefix: "--code-", fontStyle: false });
const grammars = ["python", "javascript", "typescript", "shellscript", "yaml", "json", "sql", "diff"];
let highlighter: Promise<Highlighter> | undefined;

/** `var(--code-token-keyword)` → `keyword` */
const TOKEN_STYLE = /^color:var\(--code-(?:token-)?([a-z-]+)\)$/;

/**
 * Code as the HTML of a `<code>` element, one `<span class="line">` a line, tokens marked by classes that `app/code.css`
 * colours for both themes. A language without a grammar is escaped and left plain.
 */
export async function highlight(code: string, language: string): Promise<string> {
  const element = await codeElement(code, language);
  shortenTokens(element);
  return toHtml(element);
}

/** The same as marks, with which `codeHtml` makes the HTML of the code. */
export async function codeMarks(code: string, language: string): Promise<string> {
  const element = await codeElement(code, language);
  return encodeMarks(tokensIn(element));
}

async function codeElement(code: string, language: string): Promise<Element> {
  highlighter ??= createHighlighter({ themes: [theme], langs: grammars });
  const shiki = await highlighter;
  const known = [...shiki.getLoadedLanguages(), "text"].includes(language);
  const tree = shiki.codeToHast(code, { lang: known ? language : "text", theme: "lento" });
  const pre = tree.children.find((node) => node.type === "element");
  const inner = pre?.children.find((node) => node.type === "element");
  if (inner === undefined) throw new Error("Shiki gave no <code> element.");
  return inner;
}

/** The tokens of a highlighted element and the line breaks between them, in order. */
function tokensIn(element: Element, kind = "plain"): Token[] {
  const own = kindOf(element) ?? kind;
  return element.children.flatMap((child) => {
    if (child.type === "element") return tokensIn(child, own);
    return child.type === "text" ? [{ kind: own, length: child.value.length }] : [];
  });
}

function kindOf({ properties: { style } }: Element): string | undefined {
  const token = typeof style === "string" ? TOKEN_STYLE.exec(style)?.[1] : undefined;
  return token === "string-expression" ? "string" : token;
}

function shortenTokens(element: Element) {
  for (const child of element.children) if (child.type === "element") shortenTokens(child);
  const { style } = element.properties;
  if (typeof style !== "string") return;
  const token = TOKEN_STYLE.exec(style)?.[1];
  delete element.properties["style"];
  if (token === undefined || token === "foreground") return;
  element.properties["className"] = [token];
}
