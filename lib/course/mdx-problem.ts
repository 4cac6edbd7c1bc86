import * as z from "zod";
import type { ContentProblem } from "./content-problem";

/** What esbuild throws when a lesson or a file it imports does not compile. */
const BuildFailure = z.object({
  errors: z.array(
    z.object({
      text: z.string(),
      location: z.object({ line: z.int(), column: z.int() }).nullable(),
      detail: z.unknown(),
    }),
  ),
});

/** What the MDX parser knows of its own error. */
const ParserMessage = z.object({
  reason: z.string(),
  line: z.int().optional(),
  column: z.int().optional(),
});

/** Turns a failed compilation into an author's problem; anything else is ours and thrown on. */
export function mdxProblem(error: unknown, file: string): ContentProblem[] {
  const failure = BuildFailure.safeParse(error);
  if (!failure.success) throw error;
  return failure.data.errors.map(({ text, location, detail }) => {
    const message = ParserMessage.safeParse(detail);
    const reason = message.success ? message.data.reason : text;
    return {
      file,
      line: (message.success ? message.data.line : location?.line) ?? 1,
      column: (message.success ? message.data.column : (location?.column ?? 0) + 1) ?? 1,
      problem: `This is not valid MDX: ${(reason.split("\n")[0] ?? reason).replace(/\.?$/, ".")}`,
      remedy: "Close every tag, and put code in fences or backticks.",
    };
  });
}
