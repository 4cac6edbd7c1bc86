import { expect, test, type Page, type Request } from "@playwright/test";
import { cellNamed, chooseLanguage, runToEnd } from "../cell";
import { openElsewhere } from "../elsewhere";

const DOORS_AT_LEAST = 20;
const secrets = ["CANARY-COOKIE", "CANARY-STORAGE", "CANARY-DATABASE", "CANARY-CACHE"];

/** Leaves secrets wherever a page keeps something, and listens to everything a program could call out. */
async function plantSecrets(page: Page) {
  await page.evaluate(async () => {
    document.cookie = "lighthouse=CANARY-COOKIE";
    localStorage.setItem("lighthouse", "CANARY-STORAGE");
    const cache = await caches.open("lighthouse");
    await cache.put("/kept", new Response("CANARY-CACHE"));
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open("lighthouse");
      opening.addEventListener("upgradeneeded", () =>
        opening.result.createObjectStore("kept").put("CANARY-DATABASE", "secret"),
      );
      opening.addEventListener("success", () => resolve());
      opening.addEventListener("error", () => reject(new Error("No database could be opened.")));
    });
    const hear = ({ data }: MessageEvent<unknown>) => {
      if (data === "stolen") document.title = "something was called out";
    };
    addEventListener("message", hear);
    new BroadcastChannel("lighthouse").addEventListener("message", hear);
  });
}

const places = [
  { language: "Python", isOnBrowser: false },
  { language: "JavaScript", isOnBrowser: false },
  { language: "JavaScript", isOnBrowser: true },
] as const;

for (const { language, isOnBrowser } of places)
  test(`no door leads out of a cell in ${language}${isOnBrowser ? " on the browser's own engine" : ""}`, async ({
    page,
    context,
  }) => {
    const elsewhere = await openElsewhere();
    const requests: Request[] = [];
    context.on("request", (request) => requests.push(request));
    await page.goto("/lessons/storms/locked-doors");
    await plantSecrets(page);
    const title = await page.title();

    const cell = cellNamed(page, "Try every door");
    await chooseLanguage(cell, language);
    if (isOnBrowser) await cell.ownEngine.check();
    await runToEnd(cell);
    await expect(cell.output).toContainText("every door was tried");
    const tried = await cell.output.innerText();
    expect(tried).not.toContain("FOUND");
    expect(tried.match(/: blocked \(\w+\)/g)?.length).toBeGreaterThan(DOORS_AT_LEAST);
    for (const secret of secrets) expect(tried).not.toContain(secret);

    expect(elsewhere.hits()).toBe(0);
    const called = requests.filter((request) => request.url().includes("stolen"));
    // The browser tells of an `import()` too that its policy has stopped.
    expect(called.map((request) => request.failure()?.errorText).filter((text) => text !== "csp")).toEqual(
      [],
    );
    expect(await page.title()).toBe(title);
    // The listener does hear: this one is from outside the sandbox.
    await context.request.get("http://127.0.0.1:4312/stolen");
    expect(elsewhere.hits()).toBe(1);
    await elsewhere.close();
  });
