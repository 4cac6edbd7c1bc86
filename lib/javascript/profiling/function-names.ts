import type { AnyNode } from "acorn";
import { isFunction } from "../counting/count-statements";
import { childrenOf } from "../counting/syntax-tree";

/** What a function is called by whom nobody has named it. */
const ANONYMOUS = "(anonymous)";

/** What a part of the program would be called, were it a function, and the class it stands in. */
type Setting = { readonly name: string | null; readonly className: string | null };

/**
 * The functions of a program, in the order of its text, with the names that people know them by: their own,
 * `Class.method`, or of what they are given to.
 */
export function nameFunctions(program: AnyNode): ReadonlyMap<AnyNode, string> {
  const names = new Map<AnyNode, string>();

  function visit(node: AnyNode, { name, className }: Setting): void {
    if (isFunction(node)) {
      names.set(node, node.id?.name ?? name ?? ANONYMOUS);
      return visitChildren(node, { name: null, className });
    }
    if (node.type === "ClassDeclaration" || node.type === "ClassExpression")
      return visitChildren(node, { name: null, className: node.id?.name ?? name });
    const isPassedOn = node.type === "ClassBody" || node.type === "ParenthesizedExpression";
    for (const child of childrenOf(node))
      visit(child, { name: isPassedOn ? name : nameGiven(node, child, className), className });
  }
  const visitChildren = (node: AnyNode, setting: Setting) => {
    for (const child of childrenOf(node)) visit(child, setting);
  };

  visit(program, { name: null, className: null });
  return names;
}

/** What a node makes of its part's name. */
function nameGiven(node: AnyNode, part: AnyNode, className: string | null): string | null {
  if (node.type === "VariableDeclarator") return part === node.init ? nameOf(node.id, className) : null;
  if (node.type === "AssignmentExpression" || node.type === "AssignmentPattern")
    return part === node.right ? nameOf(node.left, className) : null;
  if (node.type === "Property") return part === node.value ? withKind(node.kind, keyName(node)) : null;
  if (node.type === "ExportDefaultDeclaration") return "default";
  if ((node.type !== "MethodDefinition" && node.type !== "PropertyDefinition") || part !== node.value)
    return null;
  const key = keyName(node);
  const owned = key === null || className === null ? key : `${className}.${key}`;
  return withKind(node.type === "MethodDefinition" ? node.kind : "init", owned);
}

const withKind = (kind: string, name: string | null) =>
  name !== null && (kind === "get" || kind === "set") ? `${kind} ${name}` : name;

function keyName({ key, computed }: { readonly key: AnyNode; readonly computed: boolean }): string | null {
  if (key.type === "Literal") return String(key.value);
  if (computed) return null;
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  return key.type === "Identifier" ? key.name : null;
}

/** What is assigned to, as people say it: `total`, `list.add`, and `List.add` for `List.prototype.add`. */
function nameOf(target: AnyNode, className: string | null): string | null {
  if (target.type === "Identifier") return target.name;
  if (target.type === "ThisExpression") return className ?? "this";
  if (target.type !== "MemberExpression") return null;
  const key = keyName({ key: target.property, computed: target.computed });
  const owner = nameOf(target.object, className);
  if (key === null) return null;
  if (owner === null) return key;
  return key === "prototype" ? owner : `${owner}.${key}`;
}
