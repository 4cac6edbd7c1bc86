import type { SubmittedLanguage } from "@/lib/run/submitted-language";

/** The language the address asks for, if it is one of those that there are; else null. */
export function languageOf<Offered extends SubmittedLanguage>(
  { url }: Request,
  { languages }: { languages: readonly Offered[] },
): Offered | null {
  const asked = new URL(url).searchParams.get("language");
  return languages.find((language) => language === asked) ?? null;
}
