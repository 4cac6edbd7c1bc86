import type { Browser } from "@playwright/test";
import { median } from "./measured";

const COMPUTING_WORKER = `onmessage = () => {
  let total = 0;
  for (let number = 0; number < 3e8; number += 1) total = (total + number * number) % 7;
  postMessage(total);
};`;

/** What this machine's cores give at best: the same arithmetic in one worker after the other, and in two at once. */
export async function plainWorkersSpeedUp(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  const ratios = await page.evaluate(async (source) => {
    const address = URL.createObjectURL(new Blob([source]));
    const workers = [new Worker(address), new Worker(address)];
    const rounds: number[] = [];
    // The first round warms up.
    for (let round = 0; round <= 3; round += 1) {
      const times: number[] = [];
      for (const together of [workers.slice(0, 1), workers.slice(1), workers]) {
        const start = performance.now();
        await Promise.all(
          together.map(
            (worker) =>
              new Promise((resolve) => {
                worker.addEventListener("message", resolve, { once: true });
                worker.postMessage(0);
              }),
          ),
        );
        times.push(performance.now() - start);
      }
      const [one = 0, other = 0, both = 0] = times;
      if (round > 0) rounds.push((one + other) / both);
    }
    return rounds;
  }, COMPUTING_WORKER);
  await page.close();
  return median(ratios);
}
