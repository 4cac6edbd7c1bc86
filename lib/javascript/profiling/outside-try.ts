import type { AnyNode } from "acorn";
import { isFunction } from "../counting/count-statements";
import { childrenOf } from "../counting/syntax-tree";
import { declaresTwice } from "./declares-twice";

/** Whether the body of a function must not be put into a `try`: it would mean something else there, or break the engine. */
export const mustStayOutsideTry = (
  body: Extract<AnyNode, { type: "BlockStatement" }>,
  parameters: readonly AnyNode[],
) => declaresTwice(body, parameters) || yieldsInHead(body);

/** A `for … of` whose pattern yields: within a `try` with a `finally` QuickJS takes it for inconsistent. */
const yieldsInHead = (node: AnyNode): boolean =>
  (node.type === "ForOfStatement" && yields(node.left)) || ownParts(node).some(yieldsInHead);

const yields = (node: AnyNode): boolean => node.type === "YieldExpression" || ownParts(node).some(yields);

const ownParts = (node: AnyNode) => childrenOf(node).filter((part) => !isFunction(part));
