/** Monaco's own type checker, of which it declares nothing: what ours is made from. */
declare module "monaco-editor/languages/features/typescript/ts.worker" {
  type Told = { readonly start?: number };

  export class TypeScriptWorker {
    constructor(context: unknown, given: unknown);
    getScriptFileNames(): string[];
    getScriptVersion(fileName: string): string;
    getSyntacticDiagnostics(fileName: string): Promise<Told[]>;
    getSemanticDiagnostics(fileName: string): Promise<Told[]>;
    protected _getScriptText(fileName: string): string | undefined;
  }
  export function initialize(open: (context: unknown, given: unknown) => TypeScriptWorker): void;
}
