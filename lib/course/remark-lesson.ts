/// <reference types="mdast-util-mdxjs-esm" />
/// <reference types="mdast-util-to-hast" />
import Slugger from "github-slugger";
import type { Heading, Root } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";

import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { FileTrees } from "./file-trees";
import { readCell, type KnownCell } from "./lesson-cell";
import { literalAttribute } from "./literal-attribute";
import { isLessonComponent, lessonComponents, textElements } from "./lesson-components";
import type { ContentProblem } from "./content-problem";

export type LessonHeading = { readonly depth: number; readonly id: string; readonly text: string };
type Element = MdxJsxFlowElement | MdxJsxTextElement;
type Place = { readonly position?: { readonly start: { line: number; column: number } } | undefined };

/** What else the course has, so that a lesson's references can be checked. */
export type LessonSurroundings = {
  readonly exercises: ReadonlySet<string>;
  readonly terminals: ReadonlySet<string>;
  readonly quizzes: ReadonlySet<string>;
  /** What lies in `files/` beside the lesson. */
  readonly trees: FileTrees;
};

/** What the plugin learns about a lesson while it is compiled. */
export type LessonFacts = {
  readonly headings: LessonHeading[];
  readonly cells: Map<string, KnownCell>;
  /** The ids of the terminals that it shows. */
  readonly terminals: Set<string>;
  readonly problems: ContentProblem[];
};

/**
 * A remark plugin: gives headings their ids, turns a cell's code fences into its `sources`, and reports every use of a
 * component that would not work, at its line and column.
 */
export function remarkLesson({
  file,
  surroundings,
  facts,
}: {
  file: string;
  surroundings: LessonSurroundings;
  facts: LessonFacts;
}) {
  const report = (place: Place, problem: string, remedy: string) => {
    const { line, column } = place.position?.start ?? { line: 1, column: 1 };
    facts.problems.push({ file, line, column, problem, remedy });
  };

  const checkTerminal = (element: Element, id: string) => {
    if (!surroundings.terminals.has(id))
      report(
        element,
        `There is no terminal "${id}".`,
        `Create terminals/${id}/terminal.yaml or correct the id.`,
      );
    if (facts.terminals.has(id))
      report(element, `The terminal "${id}" is shown above already.`, "Keep one of the two.");
    facts.terminals.add(id);
  };

  const checkReference = (element: Element, values: Record<string, unknown>) => {
    const id = values[element.name === "Quiz" ? "module" : "id"];
    if (typeof id !== "string") return;
    if (element.name === "Exercise" && !surroundings.exercises.has(id))
      report(
        element,
        `There is no exercise "${id}".`,
        `Create exercises/${id}/exercise.yaml or correct the id.`,
      );
    if (element.name === "Terminal") checkTerminal(element, id);
    if (element.name === "Quiz" && !surroundings.quizzes.has(id))
      report(
        element,
        `There is no quiz for the module "${id}".`,
        "Create its file in quizzes/ or correct the name.",
      );
  };

  const checkElement = (element: Element, imported: ReadonlySet<string>) => {
    const name = element.name ?? "";
    if (name === "" || imported.has(name) || textElements.has(name)) return;
    if (!isLessonComponent(name)) {
      const known = Object.keys(lessonComponents).join(", ");
      return report(element, `There is no component <${name}>.`, `Use one of ${known}, or plain Markdown.`);
    }
    const values: Record<string, unknown> = {};
    for (const attribute of element.attributes) {
      const read = literalAttribute(attribute);
      const attributeName = attribute.type === "mdxJsxAttribute" ? attribute.name : "…";
      if ("notLiteral" in read)
        return report(
          element,
          `<${name}> takes plain data only, and "${attributeName}" is computed.`,
          "Write a text, a number or a list.",
        );
      values[attributeName] = read.value;
    }
    const parsed = lessonComponents[name].safeParse(values);
    for (const issue of parsed.error?.issues ?? []) {
      const where = issue.path.join(".");
      const about = where === "" ? "" : ` "${where}"`;
      report(
        element,
        `<${name}>${about}: ${issue.message.replace(/\.?$/, ".")}`,
        "Correct the attributes here.",
      );
    }
    if (!parsed.success) return;
    checkReference(element, values);
    if (name === "Cell")
      readCell({
        element,
        values: lessonComponents.Cell.parse(values),
        cells: facts.cells,
        trees: surroundings.trees,
        report,
      });
  };

  return () => (tree: Root) => {
    const slugger = new Slugger();
    const imported = importedNames(tree);
    visit(tree, (node) => {
      if (node.type === "heading") facts.headings.push(withId(node, slugger));
      else if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement")
        checkElement(node, imported);
    });
  };
}

function withId(heading: Heading, slugger: Slugger): LessonHeading {
  const text = toString(heading);
  const id = slugger.slug(text);
  heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
  return { depth: heading.depth, id, text };
}

function importedNames(tree: Root): ReadonlySet<string> {
  const names = new Set<string>();
  visit(tree, "mdxjsEsm", (node) => {
    for (const statement of node.data?.estree?.body ?? [])
      if (statement.type === "ImportDeclaration")
        for (const specifier of statement.specifiers) names.add(specifier.local.name);
  });
  return names;
}
