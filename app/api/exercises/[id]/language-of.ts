import { Language } from "@/lib/run/language";

/** The language the address asks for, if the exercise is there in it; else null. */
export function languageOf(
  { url }: Request,
  { languages }: { languages: readonly Language[] },
): Language | null {
  const language = Language.safeParse(new URL(url).searchParams.get("language"));
  return language.success && languages.includes(language.data) ? language.data : null;
}
