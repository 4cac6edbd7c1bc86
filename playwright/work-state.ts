import { expect, type Page } from "@playwright/test";

/** Where the learner's work is, as the header says it. */
export const workWordOn = (page: Page) => page.getByRole("banner").getByRole("status");

export const expectWork = (page: Page, word: string | RegExp) => expect(workWordOn(page)).toHaveText(word);
