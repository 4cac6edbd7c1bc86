import * as z from "zod";
import { Argument, FunctionName } from "@/lib/course/call-arguments";
import { distinctIds } from "./distinct-ids";
import { questionFields } from "./question-fields";

/** What stands in the code where the learner's part belongs. */
export const GAP = "____";

const Check = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "An id is lower case, with hyphens"),
  call: FunctionName,
  arguments: z.array(Argument),
  returns: z.json(),
  feedback: z.string().min(1).describe("Markdown, where this is the first check that fails"),
});

/** JavaScript with a gap: right when every check passes on the server, where the program is run. */
export const FillIn = z.strictObject({
  kind: z.literal("fill-in"),
  ...questionFields,
  code: z
    .string()
    .refine(
      (code) => code.split(GAP).length === 2,
      `The code needs ${GAP} in exactly one place, where the gap is`,
    ),
  solution: z.string().min(1).describe("What belongs into the gap"),
  feedback: z.string().min(1).describe("Markdown, for the right answer"),
  checks: z.array(Check).min(1).max(6).superRefine(distinctIds),
});
export type FillIn = z.infer<typeof FillIn>;

/** The whole program with this part in the gap. */
export const filledIn = ({ code }: Pick<FillIn, "code">, part: string): string => code.split(GAP).join(part);
