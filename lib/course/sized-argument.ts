import * as z from "zod";

type Json = z.infer<ReturnType<typeof z.json>>;

/** How an argument is made from a size n; `value` is the same whatever the size. */
export type SizedArgument =
  | { readonly size: "n" }
  | { readonly range: "n" }
  | { readonly shuffled: "n" }
  | { readonly words: "n" }
  | { readonly repeat: string | readonly Json[]; readonly times: "n" }
  | { readonly pairs: readonly [SizedArgument, SizedArgument] }
  | { readonly value: Json };

const Size = z.literal("n");

const RECIPES = ["size", "range", "shuffled", "words", "times", "pairs"];
const isRecipe = (value: Json) =>
  typeof value === "object" && value !== null && RECIPES.some((name) => name in value);

/**
 * What an author writes: `{ size: n }` is n, `{ range: n }` the numbers from 0 to n - 1, `{ shuffled: n }` the same in
 * another order, `{ words: n }` so many different words, `{ repeat: …, times: n }` a text or a list repeated,
 * `{ pairs: [one, other] }` a list of pairs from two lists. Anything else is the argument itself.
 */
export const SizedArgument: z.ZodType<SizedArgument> = z.union([
  z.strictObject({ size: Size }),
  z.strictObject({ range: Size }),
  z.strictObject({ shuffled: Size }),
  z.strictObject({ words: Size }),
  z.strictObject({ repeat: z.union([z.string().min(1), z.array(z.json()).min(1)]), times: Size }),
  z.strictObject({
    get pairs() {
      return z.tuple([SizedArgument, SizedArgument]);
    },
  }),
  z
    .json()
    .refine(
      (value) => !isRecipe(value),
      "Made from a size, an argument is { range: n }, { words: n } and so on",
    )
    .transform((value) => ({ value })),
]);
