import { editor, type IDisposable, Uri } from "monaco-editor/editor";
import {
  javascriptDefaults,
  ScriptTarget,
  ModuleKind,
  ModuleResolutionKind,
  typescriptDefaults,
} from "monaco-editor/languages/features/typescript/register";
import { declaredGlobals } from "@/lib/javascript/declarations/declared-globals";
import { declaredLanguage } from "@/lib/javascript/declarations/declared-language";
import { declaredModules } from "@/lib/javascript/declarations/declared-modules";
import { programsBefore } from "@/lib/javascript/declarations/names-before";
import type { GivenFile, ProgramFile } from "@/lib/run/run-request";
import { noteBefore } from "./note-before";

/** TypeScript's own number for "every file is a module", so that cells do not see one another's names. */
const EVERY_FILE_IS_A_MODULE = 3;

/** A cell's code as TypeScript checks it. */
export type CheckedCode = {
  readonly model: editor.ITextModel;
  /** Called with how many errors there are, now and whenever that changes. */
  readonly onErrors: (listener: (count: number) => void) => void;
  /** Tells the checker anew which programs run before this one, as the learner has them now. */
  readonly readBefore: () => void;
  readonly dispose: () => void;
};

// What a program may use is what the machine has: no page, no network, no packages.
typescriptDefaults.setCompilerOptions({
  target: ScriptTarget.ESNext,
  lib: declaredLanguage.map((name) => `lib.${name}.d.ts`),
  types: [],
  module: ModuleKind.ESNext,
  moduleResolution: ModuleResolutionKind.NodeJs,
  moduleDetection: EVERY_FILE_IS_A_MODULE,
  allowImportingTsExtensions: true,
  allowJs: true,
  erasableSyntaxOnly: true,
  noEmit: true,
  strict: true,
});
typescriptDefaults.setDiagnosticsOptions({ noSuggestionDiagnostics: true });
typescriptDefaults.setModeConfiguration({ diagnostics: true, hovers: true });
typescriptDefaults.addExtraLib(declaredGlobals + declaredModules, "file:///machine.d.ts");
// Plain JavaScript has no types to check, and would have a worker of its own.
javascriptDefaults.setModeConfiguration({});

/**
 * Gives a cell's TypeScript to Monaco's type checker, with the files that its program can import, and with the names that
 * those `before` it have declared by then.
 */
export function checkTypes({
  id,
  code,
  files,
  before,
}: {
  id: string;
  code: string;
  files: readonly GivenFile[];
  before: () => readonly ProgramFile[];
}): CheckedCode {
  // A folder for each cell: several may be given files of one name.
  const uri = (path: string) => Uri.parse(`file:///${id}/${path}`);
  const held: IDisposable[] = files
    .filter(({ path }) => /\.[jt]s$/.test(path))
    .map(({ path, text }) => typescriptDefaults.addExtraLib(text, uri(path).toString()));
  const model = editor.createModel(code, "typescript", uri(`${id}.ts`));
  let told: IDisposable[] = [];
  let toldOf = "";
  const forgetBefore = () => {
    for (const each of told) each.dispose();
    told = [];
  };
  const readBefore = () => {
    const programs = before();
    if (JSON.stringify(programs) === toldOf) return;
    toldOf = JSON.stringify(programs);
    forgetBefore();
    const { modules, last } = programsBefore(programs);
    if (last === null) return;
    told = modules.map((module) => typescriptDefaults.addExtraLib(module.code, uri(module.path).toString()));
    told.push(typescriptDefaults.addExtraLib(JSON.stringify(last), noteBefore(model.uri.toString())));
  };
  readBefore();
  return {
    model,
    readBefore,
    onErrors(listener) {
      held.push(
        editor.onDidChangeMarkers((changed) => {
          if (changed.some((each) => each.toString() === model.uri.toString()))
            listener(editor.getModelMarkers({ resource: model.uri }).length);
        }),
      );
    },
    dispose() {
      forgetBefore();
      for (const each of held) each.dispose();
      model.dispose();
    },
  };
}
