import * as z from "zod";

/** A file to judge, below the `test` of a folder of test262. */
export const Test262Job = z.strictObject({ folder: z.string(), file: z.string() });
export type Test262Job = z.infer<typeof Test262Job>;

const Wrong = z.string().nullable();

/** What is wrong with each run of a file; null where nothing is. What the engine alone does wrong is not tried on the machine. */
export const Test262Result = z.strictObject({
  file: z.string(),
  runs: z.array(
    z.strictObject({ isStrict: z.boolean(), engine: Wrong, machine: z.record(z.string(), Wrong) }),
  ),
});
export type Test262Result = z.infer<typeof Test262Result>;
