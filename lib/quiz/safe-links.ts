import type { Root } from "hast";
import { visit } from "unist-util-visit";

const ADDRESSES = ["href", "src"];
const SAFE = /^(https?:|mailto:|[/#])/i;

/** A rehype plugin: an address that could run code (`javascript:`, `data:` …) is taken off its element. */
export const safeLinks = () => (tree: Root) => {
  visit(tree, "element", ({ properties }) => {
    for (const name of ADDRESSES)
      if (name in properties && !SAFE.test(String(properties[name]))) delete properties[name];
  });
};
