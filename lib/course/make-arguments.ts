import { seededRandom, shuffled } from "@/lib/quiz/seeded-random";
import type { SizedArgument } from "./sized-argument";

type Json = Extract<SizedArgument, { value: unknown }>["value"];

const SYLLABLES = "b d f g h k l m n p r s t v w z"
  .split(" ")
  .flatMap((consonant) => "a e i o u".split(" ").map((vowel) => consonant + vowel));
const SYLLABLES_IN_A_WORD = 3;
/** A prime that divides no number of words, so that neighbours begin differently and none comes twice. */
const STRIDE = 7_919;

/** The arguments of a call of that size: the same ones everywhere and every time. */
export const makeArguments = (recipes: readonly SizedArgument[], size: number): Json[] =>
  recipes.map((recipe, index) => made(recipe, { size, seed: `${index}` }));

type Making = { readonly size: number; readonly seed: string };

function made(recipe: SizedArgument, making: Making): Json {
  const { size, seed } = making;
  if ("value" in recipe) return recipe.value;
  if ("size" in recipe) return size;
  if ("range" in recipe) return numbersBelow(size);
  if ("shuffled" in recipe) return shuffled(numbersBelow(size), seededRandom(`${seed} of ${size}`));
  if ("words" in recipe) return numbersBelow(size).map(wordOf);
  if ("repeat" in recipe) return repeated(recipe.repeat, size);
  const [one, other] = recipe.pairs.map((part, index) =>
    listOf(made(part, { size, seed: `${seed}.${index}` })),
  );
  return (one ?? []).map((first, index) => [first, other?.[index] ?? null]);
}

const numbersBelow = (size: number) => Array.from({ length: size }, (_, number) => number);

const repeated = (part: string | readonly Json[], times: number): Json =>
  typeof part === "string" ? part.repeat(times) : Array.from({ length: times }, () => part).flat();

const listOf = (value: Json): Json[] => (Array.isArray(value) ? value : [value]);

function wordOf(number: number): string {
  let rest = (number * STRIDE) % SYLLABLES.length ** SYLLABLES_IN_A_WORD;
  let word = "";
  for (let count = 0; count < SYLLABLES_IN_A_WORD; count += 1) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? "";
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}
