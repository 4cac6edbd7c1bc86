import type { ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";

/** A rehype plugin: wide code and wide tables scroll, and a keyboard must be able to scroll them. */
export const scrollableParts = () => (tree: Root) => {
  visit(tree, "element", (element, index, parent) => {
    if (element.tagName === "pre") element.properties["tabIndex"] = 0;
    if (element.tagName !== "table" || index === undefined || parent === undefined) return undefined;
    const scrolling: ElementContent = {
      type: "element",
      tagName: "div",
      properties: { dataScrolls: "table", role: "region", ariaLabel: "Table", tabIndex: 0 },
      children: [element],
    };
    parent.children[index] = scrolling;
    return SKIP;
  });
};
