import * as z from "zod/mini";

/** The body of `POST /api/attempts`: the learner's answers to the questions of one draw. */
export const AttemptRequest = z.strictObject({
  /** Made on the device, once for each press of Submit: sending it again never counts twice. */
  attemptId: z.uuid().check(z.toLowerCase()),
  quiz: z.string().check(z.maxLength(100)),
  /** The token that came with the questions. */
  drawn: z.string().check(z.maxLength(10_000)),
  /**
   * By the question's id: the ids of the chosen options, in their order where that matters; for matching one for each row,
   * `""` for an open one; or one text.
   */
  answers: z.record(
    z.string().check(z.maxLength(8)),
    z.array(z.string().check(z.maxLength(4_000))).check(z.maxLength(16)),
  ),
});
export type AttemptRequest = z.infer<typeof AttemptRequest>;
