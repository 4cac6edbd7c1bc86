import { parse, type Statement, type VariableDeclaration } from "acorn";

/** What our own code takes from Emscripten's module, beside what `trim-exports.ts` names. */
const OWN_NAMES = ["FS", "HEAPU8", "HEAPU32", "__tzset_js", "growMemory", "wasmTable"];
/** Every run of letters that could name something in a script. */
const NAME = /[A-Za-z_$][\w$]*/g;

type Part = {
  readonly start: number;
  readonly end: number;
  /** What it declares, or adds to; null: it does something, and stays. */
  readonly names: readonly string[] | null;
  readonly words: readonly string[];
};

/**
 * Emscripten's script with those functions only that somebody can call: the interpreter, which imports some of them,
 * the loader, or we. Hundreds draw, play or listen for extension modules, of which this machine loads none; every new
 * process reads the script anew. A function stays as soon as its name is written anywhere that stays.
 */
export function trimScript({
  script,
  loader,
  imported,
}: {
  script: string;
  loader: string;
  imported: ReadonlySet<string>;
}): string {
  const lean = dropImports(script, imported);
  const parts = partsOf(lean).map((part) => ({ ...part, words: wordsIn(lean.slice(part.start, part.end)) }));
  const used = new Set([...OWN_NAMES, ...wordsIn(loader)]);
  const kept = new Set<Part>();
  const waiting = new Set<Part>(parts);
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const part of waiting) {
      if (part.names !== null && !part.names.some((name) => used.has(name))) continue;
      kept.add(part);
      waiting.delete(part);
      for (const word of part.words) used.add(word);
    }
  }
  let trimmed = "";
  let at = 0;
  for (const part of waiting) {
    trimmed += lean.slice(at, part.start);
    at = part.end;
  }
  return trimmed + lean.slice(at);
}

const wordsIn = (text: string) => text.match(NAME) ?? [];

/** The statements of the one function that the script is. */
function statementsOf(script: string): readonly Statement[] {
  const { body } = parse(script, { ecmaVersion: "latest", sourceType: "module" });
  const [made] = body;
  if (made?.type !== "FunctionDeclaration")
    throw new Error("The interpreter's script is not one function any more. Correct trim-script.ts.");
  return made.body.body;
}

const partsOf = (script: string): Omit<Part, "words">[] =>
  statementsOf(script).map((statement) => ({
    start: statement.start,
    end: statement.end,
    names: namesOf(statement),
  }));

function namesOf(statement: Statement): string[] | null {
  if (statement.type === "FunctionDeclaration") return [statement.id.name];
  if (statement.type === "VariableDeclaration") return declaredNames(statement);
  if (statement.type !== "ExpressionStatement") return null;
  const { expression } = statement;
  if (expression.type !== "AssignmentExpression" || expression.left.type !== "MemberExpression") return null;
  const { object, property } = expression.left;
  if (object.type !== "Identifier") return null;
  // `name.sig = "…"` describes a function, `Module["name"] = own` hands it out.
  if (object.name !== "Module") return expression.right.type === "Literal" ? [object.name] : null;
  if (expression.right.type !== "Identifier" || property.type !== "Literal") return null;
  return [expression.right.name, String(property.value)];
}

/** Null where more happens than that functions get names. */
function declaredNames({ declarations }: VariableDeclaration): string[] | null {
  const names: string[] = [];
  for (const { id, init } of declarations) {
    const isName = init?.type === "FunctionExpression" || init?.type === "ArrowFunctionExpression";
    if (id.type !== "Identifier" || !(isName || init?.type === "Identifier")) return null;
    names.push(id.name);
  }
  return names;
}

/** Leaves out of what the script offers the interpreter all that this one does not import. */
function dropImports(script: string, imported: ReadonlySet<string>) {
  for (const statement of statementsOf(script)) {
    if (statement.type !== "VariableDeclaration") continue;
    const [declared] = statement.declarations;
    if (declared?.id.type !== "Identifier" || declared.id.name !== "wasmImports") continue;
    if (declared.init?.type !== "ObjectExpression") continue;
    const { start, end, properties } = declared.init;
    const kept = properties.filter(
      (property) =>
        property.type === "Property" && property.key.type === "Identifier" && imported.has(property.key.name),
    );
    const texts = kept.map((property) => script.slice(property.start, property.end));
    return `${script.slice(0, start)}{${texts.join(",")}}${script.slice(end)}`;
  }
  throw new Error("The interpreter's script offers its functions in another way. Correct trim-script.ts.");
}
