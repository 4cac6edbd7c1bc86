import { isMap, isNode, isPair, LineCounter, parseDocument, type Document } from "yaml";
import type * as z from "zod";
import type { ContentProblem } from "./content-problem";

/** A parsed file and a way to say where in it a value stands, or all that is wrong with it. */
export type ParsedYaml<Value> =
  | {
      readonly value: Value;
      readonly locate: (path: readonly PropertyKey[]) => Location;
      readonly problems: [];
    }
  | { readonly value: null; readonly problems: readonly ContentProblem[] };

type Location = { readonly line: number; readonly column: number };

/**
 * Reads YAML against a schema. `firstLine` is the line of `file` at which `source` begins (front matter begins at 2).
 * Every problem names the line and column of the value it is about.
 */
export function parseYaml<Schema extends z.ZodType>({
  source,
  file,
  schema,
  firstLine = 1,
}: {
  source: string;
  file: string;
  schema: Schema;
  firstLine?: number;
}): ParsedYaml<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const at = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      ...at(error.pos[0]),
      problem: `This is not valid YAML: ${(error.message.split(" at line")[0] ?? error.message).replace(/\.?$/, ".")}`,
      remedy: "Mend the indentation, quotes or punctuation here.",
    }));
    return { value: null, problems };
  }
  const locate = (path: readonly PropertyKey[]) => at(offsetOf(document, path));
  const parsed = schema.safeParse(document.toJS(), { reportInput: true });
  if (parsed.success) return { value: parsed.data, locate, problems: [] };
  const problems = parsed.error.issues.flatMap(ofClosest).map((issue) => {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    return { file, ...locate([...issue.path, ...unknown]), ...sentence(issue) };
  });
  return { value: null, problems };
}

/** Where a value is none of several things, what keeps it from being the one that it comes closest to. */
function ofClosest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const [closest] = issue.errors.toSorted((one, other) => countOf(one) - countOf(other));
  if (closest === undefined || closest.every(isOfAnotherType)) return [issue];
  return closest.flatMap((inner) => ofClosest({ ...inner, path: [...issue.path, ...inner.path] }));
}

const isOfAnotherType = ({ code, path }: z.core.$ZodIssue) =>
  code !== "unrecognized_keys" && path.length === 0;

const countOf = (issues: readonly z.core.$ZodIssue[]) =>
  issues.reduce((count, issue) => count + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);

function sentence(issue: z.core.$ZodIssue) {
  const name = issue.path.join(".");
  const where = name === "" ? "The file" : `"${name}"`;
  if (issue.code === "unrecognized_keys")
    return {
      problem: `${where} has no setting ${issue.keys.map((key) => `"${key}"`).join(", ")}.`,
      remedy: "Remove it or correct its name.",
    };
  if (issue.code === "invalid_type" && issue.input === undefined)
    return { problem: `${where} is missing.`, remedy: `Add it (${issue.expected}).` };
  return { problem: `${where}: ${issue.message.replace(/\.?$/, ".")}`, remedy: "Correct this value." };
}

/** Where the value at `path` starts; a missing value is looked for at the nearest thing around it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isNode(item.key) && item.key.toJS(document) === key,
      );
      if (pair !== undefined && isNode(pair.key)) return pair.key.range?.[0] ?? 0;
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
}
