import * as z from "zod";
import { distinctIds } from "./distinct-ids";
import { Question } from "./question";

/** `quizzes/NN-<module>.yaml` */
export const Quiz = z
  .strictObject({
    title: z.string().min(1),
    description: z.string().min(1).describe("One sentence"),
    draw: z.int().positive().describe("How many questions one attempt asks"),
    questions: z.array(Question).min(1, "A quiz needs at least one question").superRefine(distinctIds),
  })
  .refine(({ draw, questions }) => draw <= questions.length, {
    path: ["draw"],
    message: "There are fewer questions than one attempt asks; write more of them or lower this number",
  });
export type Quiz = z.infer<typeof Quiz>;
