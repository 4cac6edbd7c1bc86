import * as z from "zod";
import type { ContentProblem } from "./content-problem";

/** What esbuild throws when a lesson or a file it imports does not compile. */
const BuildFailure = z.object({
  errors: z.array(
    z.object({
      text: z.string(),
      location: z.object({ line: z.int(), column: z.int() }).nullable(),
    }),
  ),
});

/** The parser's message inside esbuild's: `  12:3: Expected …`, of an unclosed tag with its own place: `… (8:1-8:7)`. */
const PARSER_MESSAGE = /^\s*(\d+):(\d+)(?:-\d+:\d+)?: (.*)$/m;
const OWN_PLACE = /\((\d+):(\d+)-\d+:\d+\)/;

/** Turns a failed compilation into an author's problem; anything else is ours and thrown on. */
export function mdxProblem(error: unknown, file: string): ContentProblem[] {
  const failure = BuildFailure.safeParse(error);
  if (!failure.success) throw error;
  return failure.data.errors.map(({ text, location }) => {
    const [, atLine, atColumn, reason = text.split("\n")[0] ?? text] = PARSER_MESSAGE.exec(text) ?? [];
    const [, ownLine, ownColumn] = OWN_PLACE.exec(reason) ?? [];
    return {
      file,
      line: Number(ownLine ?? atLine ?? location?.line ?? 1),
      column: Number(ownColumn ?? atColumn ?? (location?.column ?? 0) + 1),
      problem: `This is not valid MDX: ${reason.replace(OWN_PLACE, "").trim().replace(/\.?$/, ".")}`,
      remedy: "Close every tag, and put code in fences or backticks.",
    };
  });
}
