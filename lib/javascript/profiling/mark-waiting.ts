import type { AnyNode } from "acorn";
import { childrenOf } from "../counting/syntax-tree";
import { isFunction } from "../counting/count-statements";
import type { Marking } from "./marking";

/** Tells where a generator or an async function lets others run, and where it goes on; `token` names its call. */
export function markWaiting({ wrap, insert, marks }: Marking, node: AnyNode, token: string) {
  const isAwait = node.type === "AwaitExpression";
  if (!isAwait && node.type !== "YieldExpression") return;
  wrap(node, `${marks}.resume(${token},(`, "))");
  if (node.argument) wrap(node.argument, `${marks}.pause(${token},(`, "))");
  else insert(node.start + "yield".length, ` ${marks}.pause(${token})`);
}

/** Whether a file's own statements await, which only its functions do otherwise. */
export function awaits(node: AnyNode): boolean {
  if (node.type === "AwaitExpression" || (node.type === "ForOfStatement" && node.await)) return true;
  return childrenOf(node).some((child) => !isFunction(child) && awaits(child));
}
