import * as z from "zod/mini";

const Id = z.string().check(z.maxLength(8));

/** The body of `POST /api/attempts`: the learner's answers to the questions of one draw. */
export const AttemptRequest = z.strictObject({
  /** Made on the device, once for each press of Submit: sending it again never counts twice. */
  attemptId: z.uuid().check(z.toLowerCase()),
  quiz: z.string().check(z.maxLength(100)),
  /** The token that came with the questions. */
  drawn: z.string().check(z.maxLength(10_000)),
  /** The ids of the chosen options, by the question's id. */
  answers: z.record(Id, z.array(Id).check(z.maxLength(8))),
});
export type AttemptRequest = z.infer<typeof AttemptRequest>;
