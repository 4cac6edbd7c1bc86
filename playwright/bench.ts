import { chromium } from "@playwright/test";
import { measureFirstOutput } from "./bench/first-output";
import { measureGradedSubmits } from "./bench/graded-submits";
import type { Measured } from "./bench/measured";
import { measurePageWeight } from "./bench/page-weight";
import { measureParallelPython } from "./bench/parallel-python";
import { measureStopping } from "./bench/stopping";
import { measureVerifying } from "./bench/verifying";
import { browserArguments, browserPath } from "./find-browser";
import { whileServed } from "./served";

/** `npm run bench`: the figures of the design that exist so far, in Chromium on the built app; `--json` for machines. */
const PORT = 4330;
const ROUNDS = 5;
const PARALLEL_LESSON = "/lessons/when-slowness-gets-complex/in-parallel";
const LESSON = "/lessons/slow-code/expensive-loop";

const executablePath = browserPath();
const browser = await chromium.launch({
  args: browserArguments,
  ...(executablePath === undefined ? {} : { executablePath }),
});
const measured: Measured[] = await whileServed(PORT, async (origin) => {
  const lesson = `${origin}${LESSON}`;
  return [
    ...(await measurePageWeight(browser, lesson)),
    ...(await measureFirstOutput({ browser, lesson, language: "python", rounds: ROUNDS })),
    ...(await measureFirstOutput({ browser, lesson, language: "javascript", rounds: ROUNDS })),
    ...(await measureStopping(browser, lesson, ROUNDS)),
    ...(await measureParallelPython(browser, `${origin}${PARALLEL_LESSON}`)),
    ...(await measureGradedSubmits(origin, "slow-code")),
    ...(await measureVerifying(origin)),
  ];
});
await browser.close();

if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
else
  for (const { what, value, unit, goal } of measured)
    process.stdout.write(
      `${what.padEnd(52)} ${value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : 0 }).padStart(8)} ${unit.padEnd(6)} ${goal}\n`,
    );
