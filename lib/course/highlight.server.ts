import "server-only";
import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { createCssVariablesTheme, createHighlighter, type Highlighter } from "shiki";

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
  highlighter ??= createHighlighter({ themes: [theme], langs: grammars });
  const shiki = await highlighter;
  const known = [...shiki.getLoadedLanguages(), "text"].includes(language);
  const tree = shiki.codeToHast(code, { lang: known ? language : "text", theme: "lento" });
  const pre = tree.children.find((node) => node.type === "element");
  const inner = pre?.children.find((node) => node.type === "element");
  if (inner === undefined) throw new Error("Shiki gave no <code> element.");
  shortenTokens(inner);
  return toHtml(inner);
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
