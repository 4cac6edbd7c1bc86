import * as z from "zod";
import { Argument, FunctionName } from "./call-arguments";

const Steps = z.int().positive();

/**
 * A criterion about speed: the counted work of one call, so that it holds on every machine. Its bounds are a share of
 * the starter's, so many steps, or so many for each item of the call; where there are several, all must hold.
 */
export const WorkCriterion = z
  .strictObject({
    name: z.string().min(1),
    call: FunctionName,
    arguments: z.array(Argument),
    atMost: z
      .number()
      .positive()
      .lt(1)
      .optional()
      .describe("The largest share of the starter's count that passes"),
    atMostSteps: Steps.optional().describe("The largest count that passes"),
    atMostPerItem: z.number().positive().optional().describe("The largest count for each item that passes"),
    items: z.int().positive().optional().describe("How many items the call is given, for atMostPerItem"),
    atLeast: z
      .number()
      .positive()
      .optional()
      .describe("Below this share the work was hidden from the counter"),
    atLeastSteps: Steps.optional().describe("Below this count the work was hidden from the counter"),
    why: z
      .string()
      .min(1)
      .optional()
      .describe("Said where it is too much, behind a colon: what is done too often"),
  })
  .refine(({ atMost, atMostSteps, atMostPerItem }) => atMost ?? atMostSteps ?? atMostPerItem, {
    path: ["atMost"],
    message: "Say how much work passes: atMost, atMostSteps or atMostPerItem",
  })
  .refine(({ atLeast, atLeastSteps }) => atLeast ?? atLeastSteps, {
    path: ["atLeast"],
    message: "Say from how little on work must have been hidden: atLeast or atLeastSteps",
  })
  .refine(({ atMostPerItem, items }) => (atMostPerItem === undefined) === (items === undefined), {
    path: ["items"],
    message: "atMostPerItem and items go together",
  })
  .refine(({ atLeast = 0, atMost = Infinity }) => atLeast < atMost, {
    path: ["atLeast"],
    message: "Must be below atMost",
  })
  .refine(
    ({ atLeastSteps = 0, atMostSteps = Infinity, atMostPerItem = Infinity, items = 1 }) =>
      atLeastSteps < Math.min(atMostSteps, atMostPerItem * items),
    { path: ["atLeastSteps"], message: "Must be below what passes" },
  );
export type WorkCriterion = z.infer<typeof WorkCriterion>;
