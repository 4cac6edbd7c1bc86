import * as z from "zod/mini";

const LESSON_LIMIT_CHARACTERS = 200;
const HEADING_LIMIT_CHARACTERS = 300;

/** Where a learner is in a lesson: the heading last in view, and the share of the lesson's headings seen so far. */
export const ReadingRequest = z.strictObject({
  lesson: z.string().check(z.regex(/^[\w-]+\/[\w-]+$/), z.maxLength(LESSON_LIMIT_CHARACTERS)),
  heading: z.string().check(z.regex(/^\S+$/), z.maxLength(HEADING_LIMIT_CHARACTERS)),
  furthest: z.number().check(z.gte(0), z.lte(1)),
});
export type ReadingRequest = z.infer<typeof ReadingRequest>;
