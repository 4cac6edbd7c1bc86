import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where a Chromium is: Playwright's own, else the system's; undefined where there is none. */
export const browserPath = () =>
  [chromium.executablePath(), ...installed].find((candidate) => existsSync(candidate));

/** As root in a container there is no sandbox to have; and no request goes out that a journey did not make. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

if (process.argv[1]?.endsWith("find-browser.ts") === true)
  process.exitCode = browserPath() === undefined ? 1 : 0;
