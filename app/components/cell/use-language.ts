import type { Language } from "@/lib/run/language";
import { useStored, writeStored } from "./stored-value";

const KEY = "lento:language";

/** The learner's language, the same in every cell that has it; else the cell's first. */
export function useLanguage(offered: readonly Language[]) {
  const stored = useStored(KEY);
  const language = offered.find((each) => each === stored) ?? offered[0] ?? "python";
  return { language, choose: (chosen: Language) => writeStored(KEY, chosen) };
}
