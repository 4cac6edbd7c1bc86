import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from "quickjs-emscripten-core";
import * as z from "zod/mini";
import type { ProgramFile } from "@/lib/run/run-request";
import keepNamesSource from "./guest/keep-names.guest.js";
import { makeGuest } from "./make-guest";
import { moduleName } from "./module-names";
import { placeOf } from "./source-place";
import { topLevelNames } from "./top-level-names";
import { typeScriptError, type StrippedCode, type CodeProblem } from "./stripped-code";

const Names = z.array(z.string());

/** Under this name a module of the machine's own finds what it exports; it is gone before a program starts. */
const HANDOVER = "provided module";
/** The module by which a program's own module hands over a way to look up its top-level names. */
const SCOPE_MODULE = "machine:scope";
const KEEP_SCOPE = "keepScope";
/** A name that nobody gives to anything. */
const SCOPE_BINDING = "\u1160scope";
/**
 * A program's module imports one of ours that imports the program's look-up in turn: so that is handed over before the
 * program's first statement, and a top-level `await` can rely on it. Behind its end, the program's places stay.
 */
const SCOPE_OF = `${SCOPE_MODULE} of `;
const scopeTail = (path: string) =>
  `\n;export function ${SCOPE_BINDING}() { return eval(arguments[0]); } import ${JSON.stringify(SCOPE_OF + path)};`;
/** What imports itself would find that among its own exports: its places are known only once it has ended. */
const lateTail = `\n;import { ${KEEP_SCOPE} as ${SCOPE_BINDING} } from "${SCOPE_MODULE}"; ${SCOPE_BINDING}(function () { return eval(arguments[0]); });`;
const importsItself = ({ code, path }: ProgramFile) =>
  new RegExp(`(["'])\\.{1,2}/(?:[^"']*/)?${RegExp.escape(path.split("/").at(-1) ?? path)}\\1`).test(code);
const scopeSource = (path: string) =>
  `import { ${KEEP_SCOPE} } from "${SCOPE_MODULE}"; import { ${SCOPE_BINDING} } from ${JSON.stringify(path)}; ${KEEP_SCOPE}(${SCOPE_BINDING});`;

/** What stands for a module that cannot be imported. */
const REFUSED = "machine:refused ";
type Refusal = { readonly name: string; readonly message: string; readonly stack: string };

/** The ES modules of one realm: the machine's own, and files that are read when they are first imported. */
export function openModules({
  runtime,
  context,
  readFile,
  translate,
}: {
  runtime: QuickJSRuntime;
  context: QuickJSContext;
  /** A file's text; null where there is none. */
  readFile: (path: string) => string | null;
  /** Makes JavaScript of a file's text. */
  translate: (path: string, code: string) => StrippedCode;
}) {
  /** The texts of the machine's own modules, and of the program's files that have been imported. */
  const provided = new Map<string, string>();
  const sources = new Map<string, string>();
  const refusals = new Map<string, Refusal>();
  let scope: QuickJSHandle | null = null;
  const evaluator = context.getProp(context.global, "eval");

  /** The engine hears of an error when it loads a module, not when it asks for its name. */
  const refuse = (importer: string, request: string, message: string) => {
    const name = `${REFUSED}${request}`;
    const place = placeOf(sources.get(importer) ?? "", new RegExp(`(["'])${RegExp.escape(request)}\\1`));
    refusals.set(name, {
      name: "Error",
      message,
      stack: `    at ${[importer, place?.line, place?.column].filter(Boolean).join(":")}`,
    });
    return name;
  };
  const refuseCode = (path: string, problem: CodeProblem) => {
    const name = `${REFUSED}${path}`;
    refusals.set(name, {
      name: "SyntaxError",
      message: problem.message,
      stack: typeScriptError(path, problem).stack,
    });
    return name;
  };
  const throwRefusal = ({ name, message, stack }: Refusal) => {
    const error = context.newError({ name, message });
    context
      .newString(stack)
      .consume((value) =>
        context.defineProp(error, "stack", { value, configurable: true, enumerable: false }),
      );
    return { error };
  };

  const normalize = (importer: string, request: string) => {
    if (request.startsWith(SCOPE_MODULE) || importer.startsWith(SCOPE_OF)) return request;
    const name = moduleName(importer, request, (name) => provided.has(name));
    if (name === null) {
      const modules = [...provided.keys()].filter((name) => name !== SCOPE_MODULE).join(", ");
      const message = `There is no package "${request}" on this machine. Import a file as "./${request}.js", or one of ${modules}.`;
      return refuse(importer, request, message);
    }
    if (provided.has(name) || sources.has(name)) return name;
    const source = readFile(name);
    if (source === null) {
      const isNear = !/\.\w+$/.test(name) && readFile(`${name}.js`) !== null;
      const remedy = isNear ? ` Write "${request}.js": the ending is part of the name.` : "";
      return refuse(importer, request, `There is no file ${name} to import.${remedy}`);
    }
    const translated = translate(name, source);
    if ("problem" in translated) return refuseCode(name, translated.problem);
    sources.set(name, translated.code);
    return name;
  };

  const load = (name: string) => {
    const refusal = refusals.get(name);
    if (refusal !== undefined) return throwRefusal(refusal);
    if (name.startsWith(SCOPE_OF)) return scopeSource(name.slice(SCOPE_OF.length));
    return provided.get(name) ?? sources.get(name) ?? "";
  };
  runtime.setModuleLoader(load, normalize);

  const evaluateModule = ({ code, path }: ProgramFile) => context.evalCode(code, path, { type: "module" });

  /** What is exported are the object's own properties. The module is loaded at once, while it can find them. */
  const provide = (name: string, object: QuickJSHandle) => {
    using keysOf = context.unwrapResult(context.evalCode("Object.keys"));
    using names = context.unwrapResult(context.callFunction(keysOf, context.undefined, object));
    const key = JSON.stringify(HANDOVER);
    provided.set(
      name,
      `const provided = globalThis[${key}]; delete globalThis[${key}];
export default provided; export const { ${Names.parse(context.dump(names)).join(", ")} } = provided;`,
    );
    context.defineProp(context.global, HANDOVER, { value: object, configurable: true, enumerable: false });
    const load = { path: "provided.guest.js", code: `import ${JSON.stringify(name)};` };
    context.unwrapResult(evaluateModule(load)).dispose();
  };

  using scopeExports = context.newObject();
  context
    .newFunction(KEEP_SCOPE, (lookUp) => {
      scope?.dispose();
      scope = lookUp.dup();
      return context.undefined;
    })
    .consume((keep) => context.setProp(scopeExports, KEEP_SCOPE, keep));
  provide(SCOPE_MODULE, scopeExports);

  return {
    provide,
    /** Runs a program's file as a module; its top-level names can be looked up from then on. */
    evaluate({ code, path }: ProgramFile) {
      sources.set(path, code);
      const tail = importsItself({ code, path }) ? lateTail : scopeTail(path);
      const result = evaluateModule({ path, code: code + tail });
      if (result.error === undefined || !isSyntaxError(result.error)) return result;
      result.error.dispose();
      // What follows the program's end would have no part in what is told about it.
      return evaluateModule({ path, code });
    },
    /** Makes the names of the module that ran last known to the scripts that come after it, as a script's own would be. */
    keepNames({ path }: ProgramFile) {
      if (scope === null) return;
      using keep = context.unwrapResult(makeGuest(context, keepNamesSource, "keep-names"));
      const names = topLevelNames(sources.get(path) ?? "").map((name) => context.newString(name));
      context.unwrapResult(context.callFunction(keep, context.undefined, scope, ...names)).dispose();
      for (const name of names) name.dispose();
    },
    /** What runs next has a scope of its own. */
    leaveScope() {
      scope?.dispose();
      scope = null;
    },
    /** A top-level name of the module that ran last; null where none did, or it has no such name. */
    lookUp(name: string) {
      if (scope === null) return null;
      // A program may have put something else in its place, and so has the counting of steps.
      using replaced = context.getProp(context.global, "eval");
      context.setProp(context.global, "eval", evaluator);
      const found = context
        .newString(name)
        .consume((text) => context.callFunction(scope ?? context.undefined, context.undefined, text));
      context.setProp(context.global, "eval", replaced);
      if (found.error === undefined) return found.value;
      found.error.dispose();
      return null;
    },
    /** Where a program's files ask for a name that a module does not export. */
    placeOfImport(name: string) {
      const clause = new RegExp(`\\bimport\\b[^;"'()]*?\\b${RegExp.escape(name)}\\b`);
      for (const [path, source] of sources) {
        const place = placeOf(source, clause, name);
        if (place !== null) return { path, ...place };
      }
      return null;
    },
    dispose() {
      evaluator.dispose();
      scope?.dispose();
    },
  };

  function isSyntaxError(error: QuickJSHandle) {
    using name = context.getProp(error, "name");
    return context.typeof(name) === "string" && context.getString(name) === "SyntaxError";
  }
}
