import type { Root } from "hast";
import { visit } from "unist-util-visit";

/** A rehype plugin: wide code scrolls, and a keyboard must be able to scroll it. */
export const scrollableCode = () => (tree: Root) => {
  visit(tree, "element", ({ tagName, properties }) => {
    if (tagName === "pre") properties["tabIndex"] = 0;
  });
};
