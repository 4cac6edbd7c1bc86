import type { Expression } from "estree";
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from "mdast-util-mdx-jsx";

/** An attribute's value where it can be known without running anything. */
export type AttributeValue = { readonly value: unknown } | { readonly notLiteral: true };

/** Reads `name="text"`, a bare `name`, and `name={…}` where the braces hold plain data. */
export function literalAttribute(attribute: MdxJsxAttribute | MdxJsxExpressionAttribute): AttributeValue {
  if (attribute.type === "mdxJsxExpressionAttribute") return { notLiteral: true };
  const { value } = attribute;
  if (value === null || value === undefined) return { value: true };
  if (typeof value === "string") return { value };
  const [statement] = value.data?.estree?.body ?? [];
  return statement?.type === "ExpressionStatement" ? literal(statement.expression) : { notLiteral: true };
}

function literal(expression: Expression): AttributeValue {
  if (expression.type === "Literal") return { value: expression.value };
  if (expression.type === "TemplateLiteral" && expression.expressions.length === 0)
    return { value: expression.quasis[0]?.value.cooked ?? "" };
  if (expression.type === "ArrayExpression") {
    const values: unknown[] = [];
    for (const element of expression.elements) {
      const item = element === null || element.type === "SpreadElement" ? null : literal(element);
      if (item === null || "notLiteral" in item) return { notLiteral: true };
      values.push(item.value);
    }
    return { value: values };
  }
  return { notLiteral: true };
}
