import { parse } from "@babel/parser";
import * as z from "zod/mini";
import { eraseTypes, NotErasableError } from "./erase-types";
import type { StripTypes } from "./stripped-code";
import { isSyntaxNode } from "./syntax-node";

const ParserError = z.object({
  message: z.string(),
  loc: z.object({ line: z.number(), column: z.number() }),
});

/** JavaScript out of TypeScript: its types are left out, and every line and column stays where it was. */
export const stripTypes: StripTypes = (code) => {
  try {
    const { program } = parse(code, {
      sourceType: "unambiguous",
      allowAwaitOutsideFunction: true,
      plugins: ["typescript"],
    });
    if (!isSyntaxNode(program)) throw new Error("The parser gave no tree.");
    return { code: eraseTypes(code, program) };
  } catch (error) {
    if (error instanceof NotErasableError)
      return { problem: { message: error.message, ...placeAt(code, error.at) } };
    const told = ParserError.safeParse(error);
    if (!told.success) throw error;
    const { message, loc } = told.data;
    return {
      problem: { message: message.replace(/ \(\d+:\d+\)$/, ""), line: loc.line, column: loc.column + 1 },
    };
  }
};

function placeAt(code: string, at: number) {
  const before = code.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}
