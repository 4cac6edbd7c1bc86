import * as z from "zod";
import { distinctIds } from "./distinct-ids";
import { Question } from "./question";

/** `quizzes/NN-<module>.yaml` */
export const Quiz = z
  .strictObject({
    title: z.string().min(1),
    description: z.string().min(1).describe("One sentence"),
    draw: z.int().positive().describe("How many questions one attempt asks"),
    passPercent: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe("How much of the points it takes to pass; left out, the quiz is for practice"),
    tries: z
      .int()
      .positive()
      .optional()
      .describe("How often it may be taken; left out, as often as one likes"),
    questions: z.array(Question).min(1, "A quiz needs at least one question").superRefine(distinctIds),
  })
  .refine(({ draw, questions }) => draw <= questions.length, {
    path: ["draw"],
    message: "There are fewer questions than one attempt asks; write more of them or lower this number",
  });
export type Quiz = z.infer<typeof Quiz>;
