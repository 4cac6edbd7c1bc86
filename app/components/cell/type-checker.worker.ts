import { initialize, TypeScriptWorker } from "monaco-editor/languages/features/typescript/ts.worker";
import { declarationsBefore, ProgramBefore } from "@/lib/javascript/declarations/names-before";
import { isNoteBefore, noteBefore } from "./note-before";

/** TypeScript, for which behind each cell's own text stands what the cells before it declare. */
class CellChecker extends TypeScriptWorker {
  override getScriptFileNames() {
    return super.getScriptFileNames().filter((name) => !isNoteBefore(name));
  }

  override getScriptVersion(fileName: string) {
    return `${super.getScriptVersion(fileName)} ${super.getScriptVersion(noteBefore(fileName))}`;
  }

  protected override _getScriptText(fileName: string) {
    const text = super._getScriptText(fileName);
    const before = super._getScriptText(noteBefore(fileName));
    if (text === undefined || before === undefined) return text;
    return text + declarationsBefore(ProgramBefore.parse(JSON.parse(before)), text);
  }

  override getSyntacticDiagnostics = async (fileName: string) =>
    this.#inOwnText(fileName, await super.getSyntacticDiagnostics(fileName));

  override getSemanticDiagnostics = async (fileName: string) =>
    this.#inOwnText(fileName, await super.getSemanticDiagnostics(fileName));

  #inOwnText<Told extends { readonly start?: number }>(fileName: string, told: readonly Told[]) {
    const length = super._getScriptText(fileName)?.length ?? 0;
    return told.filter(({ start = 0 }) => start <= length);
  }
}

// Monaco's own would open its own checker at the first message.
// oxlint-disable-next-line unicorn/prefer-add-event-listener
globalThis.onmessage = () => initialize((context, given) => new CellChecker(context, given));
