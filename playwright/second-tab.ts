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
  const otherTab = await context.newPage();
  await otherTab.goto("/livez");
  // A page of somebody who has worked before follows the device from its beginning.
  await otherTab.evaluate(() => localStorage.setItem("lento:has-worked", "1"));
  const page = await context.newPage();
  await page.goto(address);
  const cell = cellNamed(page, title);
  // What is there in one language only has no switch.
  if ((await languageOf(cell, language).count()) > 0) await chooseLanguage(cell, language);
  await expect(cell.run).toBeEnabled();
  return {
    page,
    async write(code: string) {
      await otherTab.evaluate(writeDraft, { page: address, name: `${id}:${language.toLowerCase()}`, code });
      await expect(cell.code).toHaveText(code);
    },
    close: () => context.close(),
  };
}

/** Runs in the other tab: what a page of ours does once somebody has typed, here as if the server had it already. */
async function writeDraft({ page, name, code: text }: { page: string; name: string; code: string }) {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("lento");
    opening.addEventListener("success", () => resolve(opening.result));
    opening.addEventListener("error", () => reject(new Error("lento", { cause: opening.error })));
  });
  const change = crypto.randomUUID();
  const known = { serverVersion: 0, sentChange: change, starterHash: null, offer: null, refusal: null };
  const draft = { key: `${page} ${name}`, page, name, text, change, at: new Date().toISOString(), ...known };
  const transaction = db.transaction("drafts", "readwrite");
  transaction.objectStore("drafts").put(draft);
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  db.close();
  const channel = new BroadcastChannel("lento:device");
  channel.postMessage({ about: "drafts" });
  channel.close();
}
