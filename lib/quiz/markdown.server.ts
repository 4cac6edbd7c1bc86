import "server-only";
import type { Root } from "hast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { hastToHtml } from "shiki/core";
import { unified } from "unified";
import { safeLinks } from "./safe-links";
import { scrollableParts } from "./scrollable-parts";

// Without `allowDangerousHtml` raw HTML in the text is dropped.
const toTree = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(safeLinks)
  .use(scrollableParts);

// Only authors' texts come through here, so there are as many entries as texts in the course.
const rendered = new Map<string, string>();

/** An author's Markdown as HTML that is safe to insert: no raw HTML, no address that runs code. */
export async function renderMarkdown(markdown: string): Promise<string> {
  return remembered(`block ${markdown}`, () => hastToHtml(treeOf(markdown)));
}

/** As `renderMarkdown`, but a single paragraph comes without its `<p>`: for labels and remarks in a line. */
export async function renderPhrase(markdown: string): Promise<string> {
  return remembered(`phrase ${markdown}`, () => hastToHtml(withoutSoleParagraph(treeOf(markdown))));
}

const treeOf = (markdown: string): Root => toTree.runSync(toTree.parse(markdown));

function withoutSoleParagraph(tree: Root): Root {
  const [only, ...more] = tree.children;
  const isSole = more.length === 0 && only?.type === "element" && only.tagName === "p";
  return isSole ? { ...tree, children: only.children } : tree;
}

function remembered(key: string, render: () => string) {
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const html = render();
  rendered.set(key, html);
  return html;
}
