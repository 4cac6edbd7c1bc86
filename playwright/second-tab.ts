import { expect, type Browser } from "@playwright/test";
import type { Language } from "@/lib/run/language";
import { cellNamed } from "./cell";

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
    language = "python",
  }: { baseURL?: string; page: string; title: string; id: string; language?: Language },
) {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const page = await context.newPage();
  await page.goto(address);
  const otherTab = await context.newPage();
  await otherTab.goto("/livez");
  return {
    page,
    async write(code: string) {
      const draft = [`lento:draft:${address}:${id}:${language}`, code] as const;
      await otherTab.evaluate(([key, text]) => localStorage.setItem(key, text), draft);
      await expect(cellNamed(page, title).code).toHaveText(code);
    },
    close: () => context.close(),
  };
}
