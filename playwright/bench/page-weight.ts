import type { Browser } from "@playwright/test";
import type { Measured } from "./measured";

/** What a lesson costs before any intent: bytes on the wire, requests, layout shift. */
export async function measurePageWeight(browser: Browser, lesson: string): Promise<Measured[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  let requests = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await page.goto(lesson, { waitUntil: "networkidle" });
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if ("value" in entry) sum += Number(entry.value);
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(sum), 0));
      }),
  );
  await context.close();
  return [
    { what: "lesson page, no intent: bytes in all", value: bytes / 1000, unit: "kB", goal: "≤ 180 kB" },
    { what: "lesson page, no intent: requests", value: requests, unit: "files", goal: "" },
    { what: "lesson page: cumulative layout shift", value: shift, unit: "shift", goal: "0" },
  ];
}
