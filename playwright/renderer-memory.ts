import { existsSync, readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";
import * as z from "zod/mini";

const ProcessInfo = z.object({ processInfo: z.array(z.object({ id: z.int(), type: z.string() })) });

/** The memory of all pages of a browser together, shared pages counted once, in MB; null where Linux does not tell. */
export async function proportionalMegabytes(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = ProcessInfo.parse(await session.send("SystemInfo.getProcessInfo"));
  await session.detach();
  let kilobytes = 0;
  for (const { id, type } of processInfo) {
    const file = `/proc/${id}/smaps_rollup`;
    if (type !== "renderer") continue;
    if (!existsSync(file)) return null;
    kilobytes += Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(file, "utf8"))?.[1] ?? Number.NaN);
  }
  return kilobytes / 1000;
}
