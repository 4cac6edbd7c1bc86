import * as z from "zod/mini";

/** A language whose programs the machine can run. */
export const Language = z.enum(["python", "javascript", "typescript"]);
export type Language = z.infer<typeof Language>;
