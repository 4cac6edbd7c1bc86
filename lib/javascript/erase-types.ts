import { allChildrenOf, childOf, childrenOf, type SyntaxNode } from "./syntax-node";

/** What only says something about types: it goes as a whole, wherever it stands. */
const TYPES = new Set(["TSTypeAnnotation", "TSTypeParameterDeclaration", "TSTypeParameterInstantiation"]);
/** Statements and class members that a program does without. */
const DECLARATIONS = new Set([
  "TSInterfaceDeclaration",
  "TSTypeAliasDeclaration",
  "TSDeclareFunction",
  "TSDeclareMethod",
  "TSIndexSignature",
  "TSNamespaceExportDeclaration",
]);
/** Expressions with a type behind them. */
const TYPED_EXPRESSIONS = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"]);
const MEMBERS = new Set([
  "ClassProperty",
  "ClassMethod",
  "ClassAccessorProperty",
  "ClassPrivateProperty",
  "ClassPrivateMethod",
]);

/** What stands for more than types: a program without it would be another one. */
const unsupported: Readonly<Record<string, string>> = {
  TSEnumDeclaration: "an enum",
  TSModuleDeclaration: "a namespace",
  TSParameterProperty: "a parameter property",
  TSImportEqualsDeclaration: "import … =",
  TSExportAssignment: "export =",
  TSTypeAssertion: "a type in front of a value, which `value as Type` says too,",
};

/** A construct that cannot be erased, and where it stands. */
export class NotErasableError extends Error {
  readonly at: number;
  constructor(what: string, at: number) {
    super(
      `TypeScript runs here by leaving out its types, and ${what} is more than a type: write it in plain JavaScript.`,
    );
    this.name = "NotErasableError";
    this.at = at;
  }
}

/** The code with its types replaced by spaces, so that all that stays is where it was. */
export function eraseTypes(code: string, program: SyntaxNode): string {
  const characters = code.split("");

  const erase = (start: number, end: number) => {
    for (let at = start; at < end; at += 1)
      if (!/[\r\n\u2028\u2029]/.test(code.charAt(at))) characters[at] = " ";
  };
  /** Without a semicolon, what comes next might be taken for the rest of what came before. */
  const eraseStatement = ({ start, end }: SyntaxNode) => {
    erase(start, end);
    characters[start] = ";";
  };
  const eraseWithComma = ({ start, end }: SyntaxNode) => {
    const comma = /^\s*,/.exec(code.slice(end));
    erase(start, end + (comma?.[0].length ?? 0));
  };
  /** Erases the first such mark between two places. */
  const eraseMark = (pattern: RegExp, start: number, end: number) => {
    const found = pattern.exec(code.slice(start, end));
    if (found !== null) erase(start + found.index, start + found.index + found[0].length);
  };

  function visit(node: SyntaxNode) {
    if (TYPES.has(node.type)) return erase(node.start, node.end);
    if (isDeclaration(node)) return eraseStatement(node);
    const what = unsupported[node.type];
    if (what !== undefined) throw new NotErasableError(what, node.start);
    if (TYPED_EXPRESSIONS.has(node.type)) return visitTyped(node);
    if (node.type.endsWith("Specifier") && (node["importKind"] === "type" || node["exportKind"] === "type"))
      return eraseWithComma(node);
    if (node.type === "ClassDeclaration" || node.type === "ClassExpression") visitClass(node);
    if (MEMBERS.has(node.type)) visitMember(node);
    if (node.type === "ArrowFunctionExpression") moveParenthesis(node);
    if (node["optional"] === true && /^(Identifier|ArrayPattern|ObjectPattern)$/.test(node.type))
      eraseMark(/\?(?=[^?]*$)/, node.start, childOf(node, "typeAnnotation")?.start ?? node.end);
    if (node.type === "VariableDeclarator" && node["definite"] === true) {
      const name = childOf(node, "id") ?? node;
      eraseMark(/!/, name.start, childOf(name, "typeAnnotation")?.start ?? name.end);
    }
    const [first] = childrenOf(node, "params");
    if (first?.type === "Identifier" && first["name"] === "this") eraseWithComma(first);
    for (const child of allChildrenOf(node)) visit(child);
  }

  function visitTyped(node: SyntaxNode) {
    const expression = childOf(node, "expression") ?? node;
    const end = expression === node ? node.start : endOf(expression);
    erase(end, node.end);
    // A bracket on the next line would now go on what ends here.
    if (node.type !== "TSNonNullExpression" && /^[^\S\n]*\n\s*[([`]/.test(code.slice(node.end)))
      characters[end] = ";";
    visit(expression);
  }

  /** Where an expression ends, the parentheses around it included. */
  function endOf(expression: SyntaxNode) {
    const extra = expression["extra"];
    if (typeof extra !== "object" || extra === null || !("parenthesized" in extra)) return expression.end;
    return expression.end + (/^\s*\)/.exec(code.slice(expression.end))?.[0].length ?? 0);
  }

  function visitClass(node: SyntaxNode) {
    if (node["abstract"] === true) eraseMark(/\babstract\b/, node.start, node.end);
    const interfaces = childrenOf(node, "implements");
    const [first, last] = [interfaces.at(0), interfaces.at(-1)];
    if (first !== undefined && last !== undefined)
      erase(code.lastIndexOf("implements", first.start), last.end);
  }

  function visitMember(node: SyntaxNode) {
    const key = childOf(node, "key");
    if (key === null) return;
    const head = code.slice(node.start, key.start);
    for (const { index, 0: word } of head.matchAll(/\b(?:public|private|protected|readonly|override)\b/g)) {
      erase(node.start + index, node.start + index + word.length);
      if (index === 0) characters[node.start] = ";";
    }
    if (node["optional"] !== true && node["definite"] !== true) return;
    const after = code.slice(key.end, node.end);
    eraseMark(/[?!]/, key.end, key.end + (/[?!]/.exec(after)?.index ?? -1) + 1);
  }

  /** A type over several lines would leave `=>` on another line than its parameters, which is no arrow any more. */
  function moveParenthesis(node: SyntaxNode) {
    const type = childOf(node, "returnType");
    if (type === null || !code.slice(type.start, type.end).includes("\n")) return;
    const close = code.lastIndexOf(")", type.start);
    moved.push({ from: close, to: type.end - 1 });
  }

  const moved: { from: number; to: number }[] = [];
  visit(program);
  for (const { from, to } of moved) {
    characters[from] = " ";
    characters[to] = ")";
  }
  return characters.join("");
}

function isDeclaration(node: SyntaxNode): boolean {
  if (DECLARATIONS.has(node.type) || node["declare"] === true) return true;
  if (MEMBERS.has(node.type)) return node["abstract"] === true;
  if (node.type === "ImportDeclaration") return node["importKind"] === "type";
  if (node.type === "ExportAllDeclaration") return node["exportKind"] === "type";
  if (!/^Export(?:Named|Default)Declaration$/.test(node.type)) return false;
  const declared = childOf(node, "declaration");
  return declared === null ? node["exportKind"] === "type" : isDeclaration(declared);
}
