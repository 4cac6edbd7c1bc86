import type * as z from "zod";

/** A refinement for authors: no two entries of a list share an id. The problem stands at the second of them. */
export function distinctIds(entries: readonly { id: string }[], context: z.RefinementCtx) {
  const seen = new Set<string>();
  for (const [index, { id }] of entries.entries()) {
    if (seen.has(id))
      context.addIssue({
        code: "custom",
        path: [index, "id"],
        message: `The id "${id}" is already taken above; give this one an id of its own`,
      });
    seen.add(id);
  }
}
