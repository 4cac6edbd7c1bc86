import { expect, type Page } from "@playwright/test";

/** Where the learner's work is, as the header says it. */
export const workWordOn = (page: Page) => page.getByRole("banner").getByRole("status");

/** Does something that changes a draft, until the server has it: "saved" may still be that of the change before. */
export async function saving(page: Page, change: () => Promise<void>) {
  const taken = page.waitForResponse(
    (response) =>
      response.request().method() === "PUT" && response.url().endsWith("/api/drafts") && response.ok(),
  );
  await change();
  await taken;
  await expectWork(page, "saved");
}

export const expectWork = (page: Page, word: string | RegExp) => expect(workWordOn(page)).toHaveText(word);
