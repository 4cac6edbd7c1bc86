import * as z from "zod";
import { OpaqueId } from "./opaque-id";

/** What the signed token of a draw holds: which questions were asked. The browser carries it, and cannot change it. */
export const Drawn = z.strictObject({
  id: z.uuid(),
  quiz: z.string(),
  seed: z.string(),
  questionIds: z.array(OpaqueId),
});
export type Drawn = z.infer<typeof Drawn>;
