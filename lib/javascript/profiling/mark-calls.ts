import type { AnyNode, CallExpression, NewExpression } from "acorn";
import { builtInFunction, builtInMethod, mayTakeLong } from "./built-in-names";
import { mark, markCode } from "./mark";
import type { Marking } from "./marking";
import type { ProgramIndex } from "./program-index";

/**
 * Tells of a call that looks like a built-in's: just before it, when all its arguments are there, and when it has
 * returned. What is called can be the learner's own function of that name: then that tells that it begins.
 */
export function markCall(
  { wrap, marks }: Marking,
  { index, isSparse }: { index: ProgramIndex; isSparse: boolean },
  node: CallExpression | NewExpression,
) {
  const name = builtInName(node);
  if (name === null || (isSparse && !mayTakeLong(name))) return;
  const callee = node.callee;
  const last = node.arguments.at(-1);
  // With no arguments, what the method is called on is the last that is evaluated before.
  const lastPart =
    last?.type === "SpreadElement"
      ? last.argument
      : (last ?? (callee.type === "MemberExpression" ? callee.object : callee));
  if (node.type === "NewExpression" && last === undefined) return;
  wrap(lastPart, `${marks}.call(${markCode(mark.call, index.builtIn(name))},(`, "))");
  wrap(node, `${marks}.returned((`, `),${markCode(mark.returned, index.builtIn(name))})`);
}

function builtInName({ callee, type, ...call }: CallExpression | NewExpression): string | null {
  if (callee.type === "Identifier") {
    const name = builtInFunction(callee.name);
    return name !== null && type === "NewExpression" ? `new ${name}` : name;
  }
  if (type === "NewExpression" || callee.type !== "MemberExpression" || callee.computed) return null;
  // Half a chain cannot be put into brackets.
  if (callee.optional || ("optional" in call && call.optional)) return null;
  const { object, property } = callee;
  if (object.type === "Super" || property.type !== "Identifier" || isInChain(object)) return null;
  return builtInMethod(object.type === "Identifier" ? object.name : null, property.name);
}

/** Whether it is a part of `a?.b.c`, which ends as a whole where `a` is nothing. */
function isInChain(node: AnyNode): boolean {
  if (node.type === "MemberExpression") return node.optional || isInChain(node.object);
  return node.type === "CallExpression" && (node.optional || isInChain(node.callee));
}
