import type { GuestError } from "./guest-error";

/** Why a program cannot be run, or counted, and where: line and column, counted from 1. */
export type CodeProblem = { readonly message: string; readonly line: number; readonly column: number };

/** JavaScript in which every line and column is where it was, or why there is none. */
export type StrippedCode = { readonly code: string } | { readonly problem: CodeProblem };
export type StripTypes = (code: string) => StrippedCode;

/** The problem as the engine would tell it. */
export const typeScriptError = (path: string, { message, line, column }: CodeProblem): GuestError => ({
  message: `SyntaxError: ${message}`,
  stack: `    at ${path}:${line}:${column}`,
  kind: "raised",
});
