import { expect, type Browser } from "@playwright/test";
import { cellNamed, chooseLanguage, languageOf, type LanguageName } from "./cell";

/**
 * A page that stays open for many programs, as a learner's does. Each comes to it as what was written in another tab;
 * `write` resolves once the page shows it.
 */
export async function openWithSecondTab(
  browser: Browser,
  {
    baseURL,
    page: address,
    title,
    id,
    language = "Python",
  }: { baseURL?: string; page: string; title: string; id: string; language?: LanguageName },
) {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const page = await context.newPage();
  await page.goto(address);
  const cell = cellNamed(page, title);
  // What is there in one language only has no switch.
  if ((await languageOf(cell, language).count()) > 0) await chooseLanguage(cell, language);
  const otherTab = await context.newPage();
  await otherTab.goto("/livez");
  return {
    page,
    async write(code: string) {
      const draft = [`lento:draft:${address}:${id}:${language.toLowerCase()}`, code] as const;
      await otherTab.evaluate(([key, text]) => localStorage.setItem(key, text), draft);
      await expect(cell.code).toHaveText(code);
    },
    close: () => context.close(),
  };
}
