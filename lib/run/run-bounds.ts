import * as z from "zod/mini";

const Positive = z.number().check(z.positive());

/** What is asked of one run of a program as a script. Ratios only: no bound is a time. */
export const RunBounds = z
  .strictObject({
    /** How many times as fast as the starter, which is run beside it. */
    speedUpAtLeast: z.optional(z.number().check(z.gt(1))),
    /** The largest share of its time in which none of its processes computes. */
    waitingAtMost: z.optional(z.number().check(z.positive(), z.lt(1))),
    /** How many copies are under way on average, while there is one: bounds on how far waits for the disk overlap. */
    inFlightAtLeast: z.optional(Positive),
    inFlightAtMost: z.optional(Positive),
    /** Said where a bound is not met, behind a colon. */
    why: z.optional(z.string().check(z.minLength(1))),
  })
  .check(
    z.refine(
      ({ speedUpAtLeast, waitingAtMost, inFlightAtLeast, inFlightAtMost }) =>
        (speedUpAtLeast ?? waitingAtMost ?? inFlightAtLeast ?? inFlightAtMost) !== undefined,
      "Say what passes: speedUpAtLeast, waitingAtMost, inFlightAtLeast or inFlightAtMost",
    ),
    z.refine(
      ({ inFlightAtLeast = 0, inFlightAtMost = Infinity }) => inFlightAtLeast < inFlightAtMost,
      "inFlightAtLeast must be below inFlightAtMost",
    ),
  );
export type RunBounds = z.infer<typeof RunBounds>;
