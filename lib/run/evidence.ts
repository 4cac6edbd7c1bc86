import * as z from "zod/mini";

const DurationMs = z.number().check(z.nonnegative());

/** One run of a file as a script. */
export const RunFigures = z.strictObject({
  elapsedMs: DurationMs,
  /** Of all its processes together; null where the clock stands still while a program computes. */
  computingMs: z.nullable(DurationMs),
  /** What all its copies have waited for the simulated disk, and the time during which one or more were under way. */
  copiesMs: DurationMs,
  copyingMs: DurationMs,
});
export type RunFigures = z.infer<typeof RunFigures>;

/** The quickest run of the learner's file and, where they are compared, that of the starter. */
export const RunEvidence = z.strictObject({
  id: z.string(),
  outcome: z.literal("ran"),
  clock: z.enum(["measured", "simulated"]),
  own: RunFigures,
  starter: z.nullable(RunFigures),
});
export type RunEvidence = z.infer<typeof RunEvidence>;

/** What happened when one case was called; a test that passed is `equal`. Values and errors are shown as the language writes them. */
export const CaseEvidence = z.discriminatedUnion("outcome", [
  z.strictObject({ id: z.string(), outcome: z.literal("equal") }),
  z.strictObject({ id: z.string(), outcome: z.literal("different"), got: z.string(), expected: z.string() }),
  z.strictObject({
    id: z.string(),
    outcome: z.literal("raised"),
    message: z.string(),
    line: z.nullable(z.int()),
  }),
  /** A test of the author's said no; `message` is its sentence for the learner. */
  z.strictObject({ id: z.string(), outcome: z.literal("failed"), message: z.string() }),
  /** What a run needed, for the grader to judge. */
  RunEvidence,
]);
export type CaseEvidence = z.infer<typeof CaseEvidence>;

/**
 * Counted work: `steps` are statements, turns of loops and calls, and the elements and characters that built-ins walk.
 * `lines` are statements and turns alone; evidence from before built-ins were charged in Python has them.
 */
export const WorkUnit = z.enum(["lines", "steps"]);
export type WorkUnit = z.infer<typeof WorkUnit>;

/** The line of the learner's file that took most of a call's steps, and its share of them: the same everywhere. */
export const BusiestLine = z.strictObject({
  line: z.int().check(z.positive()),
  share: z.number().check(z.positive(), z.lte(1)),
});
export type BusiestLine = z.infer<typeof BusiestLine>;

/** The same call counted on the learner's file and on the starter, in one process. */
export const WorkEvidence = z.strictObject({
  unit: WorkUnit,
  count: z.int(),
  starterCount: z.int(),
  /** The learner's call gave something else than the starter's: then less work proves nothing. */
  otherResult: z._default(z.boolean(), false),
  /** Left out where no line took any. */
  busiest: z.optional(BusiestLine),
});
export type WorkEvidence = z.infer<typeof WorkEvidence>;

/** A call counted at rising sizes. */
export const GrowthEvidence = z.strictObject({
  unit: WorkUnit,
  points: z
    .array(z.strictObject({ size: z.int().check(z.positive()), count: z.int() }))
    .check(z.maxLength(20)),
  /** At one of the sizes, or more, the learner's call gave something else than the starter's. */
  otherResult: z.boolean(),
  /** At the largest size. */
  busiest: z.optional(BusiestLine),
});
export type GrowthEvidence = z.infer<typeof GrowthEvidence>;

/** All a check run found out. `work` is null, and `growth` left out, where it was not asked for or a case already failed. */
export const Evidence = z.strictObject({
  cases: z.array(CaseEvidence).check(z.maxLength(100)),
  work: z.nullable(WorkEvidence),
  growth: z.optional(GrowthEvidence),
});
export type Evidence = z.infer<typeof Evidence>;
