import type { Nodes } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import type * as z from "zod";
import { Language } from "@/lib/run/language";
import type { GivenFile } from "@/lib/run/run-request";
import { sizeIn } from "@/lib/run/sized-program";
import { mergeFiles, type FileTrees } from "./file-trees";
import type { CellSource, lessonComponents } from "./lesson-components";

/** A cell as later ones may refer to it. */
export type KnownCell = {
  readonly id: string;
  readonly after: string | null;
  readonly sources: readonly CellSource[];
  /** What its program finds: its own files and those of the cells it comes after. */
  readonly files: readonly GivenFile[];
  /** How many processes it will start. */
  readonly processes: number;
  /** Where it stands in its file, counted from 1. */
  readonly line: number;
};

type Report = (place: Nodes, problem: string, remedy: string) => void;

/** Reads a cell's fences into one attribute, `sources`, so that the page gets plain text instead of markup. */
export function readCell({
  element,
  values: { id, after, grows, files: tree, processes },
  cells,
  trees,
  report,
}: {
  element: MdxJsxFlowElement | MdxJsxTextElement;
  values: z.infer<typeof lessonComponents.Cell>;
  cells: Map<string, KnownCell>;
  trees: FileTrees;
  report: Report;
}) {
  const sources: CellSource[] = [];
  for (const child of element.children) {
    if (child.type !== "code") {
      report(
        child,
        `The cell "${id}" holds something that is not code.`,
        "Keep only fenced code inside <Cell>.",
      );
      continue;
    }
    const language = Language.safeParse(child.lang === "ts" ? "typescript" : child.lang);
    if (!language.success)
      report(
        child,
        `A cell cannot run "${child.lang ?? "code without a language"}".`,
        "Use python, javascript or ts.",
      );
    else if (sources.some((source) => source.language === language.data))
      report(child, `The cell "${id}" has two versions in ${language.data}.`, "Remove one.");
    else sources.push({ language: language.data, code: child.value });
  }
  if (element.children.length === 0)
    report(element, `The cell "${id}" has no code.`, "Put a fence ```python, ```javascript or ```ts inside.");
  if (cells.has(id)) report(element, `Two cells of this lesson have the id "${id}".`, "Rename one.");
  const earlier = after === undefined ? null : cells.get(after);
  if (earlier === undefined)
    report(
      element,
      `The cell "${id}" comes after "${after}", which is not above it.`,
      "Correct the id in after.",
    );
  for (const { language } of sources)
    if (earlier && !earlier.sources.some((source) => source.language === language))
      report(
        element,
        `The cell "${id}" has ${language}, but "${earlier.id}", which it comes after, does not.`,
        `Write "${earlier.id}" in ${language} too.`,
      );
  for (const { language, code } of sources)
    if (grows !== undefined && sizeIn(code, grows) === null)
      report(
        element,
        `The cell "${id}" grows by "${grows}", but in ${language} it has no line "${grows} = …" with a whole number.`,
        `Write such a line at the left margin ("const ${grows} = …" in JavaScript), or take grows away.`,
      );
  const own = tree === undefined ? [] : trees.get(tree);
  if (own === undefined)
    report(
      element,
      `There is no folder "files/${tree}" for the cell "${id}".`,
      "Create it beside the lesson, with a file in it, or correct the name.",
    );
  const files = mergeFiles(earlier?.files ?? [], own ?? []);
  cells.set(id, {
    id,
    after: after ?? null,
    sources,
    processes,
    files,
    line: element.position?.start.line ?? 1,
  });
  element.children = [];
  element.attributes.push({ type: "mdxJsxAttribute", name: "sources", value: JSON.stringify(sources) });
}
