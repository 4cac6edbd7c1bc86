import * as z from "zod";

export const FunctionName = z.string().regex(/^[a-z_]\w*$/i, "This cannot be the name of a function");

const Times = z.int().positive().max(10_000);

/** A long text by its part: `{ repeat: "Some sentence. ", times: 800 }`. */
const RepeatedText = z
  .strictObject({ repeat: z.string().min(1), times: Times })
  .transform(({ repeat, times }) => repeat.repeat(times));

/** A long list by its part: `{ repeat: [417, 23], times: 50 }`. */
const RepeatedList = z
  .strictObject({ repeat: z.array(z.json()).min(1), times: Times })
  .transform(({ repeat, times }) => Array.from({ length: times }, () => repeat).flat());

/** What a function is called with: a value, or a long one by its part. */
export const Argument = z.union([RepeatedText, RepeatedList, z.json()]);
