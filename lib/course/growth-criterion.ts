import * as z from "zod";
import { FunctionName } from "./call-arguments";
import { SizedArgument } from "./sized-argument";

/** With fewer sizes no class of growth can be told from the next. */
const FEWEST_SIZES = 5;
const MOST_SIZES = 10;
const LARGEST_SIZE = 5_000;
const Steps = z.int().positive();

/** A criterion about speed: how the counted work of a call grows with its size, found by calling it at rising sizes. */
export const GrowthCriterion = z
  .strictObject({
    name: z.string().min(1),
    call: FunctionName,
    sizes: z
      .array(z.int().positive().max(LARGEST_SIZE))
      .min(FEWEST_SIZES, `At least ${FEWEST_SIZES} sizes are needed to tell how work grows`)
      .max(MOST_SIZES)
      .refine((sizes) => sizes.every((size, index) => size >= 2 * (sizes[index - 1] ?? 0)), {
        message: "Each size must be twice the one before, or more",
      }),
    arguments: z.array(SizedArgument).describe("How the arguments are made from a size n"),
    atMost: z.enum(["1", "log n", "n", "n log n", "n²"]).describe("The steepest growth that passes"),
    atMostSteps: Steps.optional().describe("The largest count at the largest size that passes"),
    atLeastSteps: Steps.describe("Below this count at the largest size the work was hidden from the counter"),
    why: z
      .string()
      .min(1)
      .optional()
      .describe("Said where it grows too fast, behind a colon: what is done too often"),
  })
  .refine(({ atLeastSteps, atMostSteps = Infinity }) => atLeastSteps < atMostSteps, {
    path: ["atLeastSteps"],
    message: "Must be below atMostSteps",
  });
export type GrowthCriterion = z.infer<typeof GrowthCriterion>;
