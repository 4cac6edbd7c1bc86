import * as z from "zod";
import { ProcessState } from "@/lib/run/terminal-evidence";

const LOWEST_NICE = -20;
const HIGHEST_NICE = 19;

/** A figure as it must be, or its bounds: `3`, `{ atLeast: 10 }`. */
const figure = (own: z.ZodInt) =>
  z.union([
    own.transform((exact) => ({ atLeast: exact, atMost: exact })),
    z
      .strictObject({ atLeast: own.optional(), atMost: own.optional() })
      .refine(({ atLeast, atMost }) => (atLeast ?? atMost) !== undefined, "Say atLeast or atMost"),
  ]);

export const RegularExpression = z
  .string()
  .min(1)
  .superRefine((source, context) => {
    try {
      // What it finds does not matter: it compiles the expression.
      "".search(source);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      context.addIssue({ code: "custom", message: reason });
    }
  });

/** So many processes, all of which are as it says. */
export const ProcessCriterion = z.strictObject({
  name: z
    .string()
    .min(1)
    .describe("As ps, pidof and killall know it: a program, or a script started by its own name"),
  arguments: RegularExpression.optional().describe("What its command line, joined by blanks, must match"),
  count: figure(z.int().nonnegative()).default({ atLeast: 1 }),
  state: z
    .preprocess((state) => (typeof state === "string" ? [state] : state), z.array(ProcessState).min(1))
    .optional()
    .describe("One of these"),
  nice: figure(z.int().min(LOWEST_NICE).max(HIGHEST_NICE)).optional(),
});
export type ProcessCriterion = z.infer<typeof ProcessCriterion>;

/** What is recognised in a machine, by exactly one of `process`, `ran` and `probe`. */
export const terminalCriterion = {
  process: ProcessCriterion.optional(),
  ran: RegularExpression.optional().describe("What a command that was entered must match"),
  exitCode: z
    .union([z.int(), z.literal("any")])
    .optional()
    .describe("How that command ended; 0 where nothing is said"),
  probe: z
    .string()
    .min(1)
    .optional()
    .describe("Shell, run by the machine as root: it holds when that ends with 0"),
  after: z.array(z.string()).default([]).describe("Counts only once these steps are reached"),
};

type Criterion = {
  readonly process?: unknown;
  readonly ran?: unknown;
  readonly exitCode?: unknown;
  readonly probe?: unknown;
};

/** What is wrong with the choice among the kinds; null where nothing is. */
export function criterionProblem({ process, ran, exitCode, probe }: Criterion): string | null {
  const given = [process, ran, probe].filter((kind) => kind !== undefined).length;
  if (given !== 1) return "Say by what it is recognised: exactly one of process, ran and probe";
  return exitCode !== undefined && ran === undefined ? "exitCode goes with ran only" : null;
}
