import { chromium } from "@playwright/test";
import { measureFirstOutput } from "./bench/first-output";
import { measureGradedSubmits } from "./bench/graded-submits";
import { measureLinuxPrompt } from "./bench/linux-prompt";
import { measureLinuxSoak } from "./bench/linux-soak";
import type { Measured } from "./bench/measured";
import { measurePageWeight } from "./bench/page-weight";
import { measureParallelJavaScript } from "./bench/parallel-javascript";
import { measureParallelPython } from "./bench/parallel-python";
import { measureStopping } from "./bench/stopping";
import { measureSubmitBurst } from "./bench/submit-burst";
import { measureVerifying } from "./bench/verifying";
import { measureWatching } from "./bench/watching";
import { browserArguments, browserPath } from "./find-browser";
import { whileServed } from "./served";

/**
 * `npm run bench`: the figures of the design that exist so far, in Chromium on the built app. `npm run bench -- stop parallel` measures
 * those parts only, `-- burst` ten thousand submits on either store, `-- soak` half an hour at the prompt; `--json` is for machines.
 */
const PORT = 4330;
const ROUNDS = 5;
/** They take two minutes, and half an hour. */
const ONLY_WHEN_NAMED = new Set(["burst", "soak"]);
const PARALLEL_LESSON = "/lessons/when-slowness-gets-complex/in-parallel";
const PROMPT_LESSON = "/lessons/before-you-start/at-the-prompt";
const LESSON = "/lessons/slow-code/expensive-loop";

const executablePath = browserPath();
const browser = await chromium.launch({
  args: browserArguments,
  ...(executablePath === undefined ? {} : { executablePath }),
});
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const isJson = process.argv.includes("--json");
const measured: Measured[] = [];

await whileServed(PORT, async (origin) => {
  const lesson = `${origin}${LESSON}`;
  const parts: Record<string, () => Promise<Measured[]>> = {
    page: () => measurePageWeight(browser, lesson),
    python: () => measureFirstOutput({ browser, lesson, language: "python", rounds: ROUNDS }),
    javascript: () => measureFirstOutput({ browser, lesson, language: "javascript", rounds: ROUNDS }),
    stop: () => measureStopping(browser, lesson, ROUNDS),
    parallel: async () => [
      ...(await measureParallelPython(browser, `${origin}${PARALLEL_LESSON}`)),
      ...(await measureParallelJavaScript(browser, lesson)),
    ],
    watching: () => measureWatching(browser, lesson),
    linux: () => measureLinuxPrompt({ browser, lesson: `${origin}${PROMPT_LESSON}`, rounds: ROUNDS }),
    soak: () => measureLinuxSoak(browser, `${origin}${PROMPT_LESSON}`),
    submits: () => measureGradedSubmits(origin, "slow-code"),
    verifying: () => measureVerifying(origin),
    burst: () => measureSubmitBurst(PORT + 1, "slow-code"),
  };
  for (const name of chosen)
    if (!Object.hasOwn(parts, name))
      throw new Error(`There is no "${name}" to measure; choose among ${Object.keys(parts).join(", ")}.`);
  for (const [name, measure] of Object.entries(parts)) {
    if (chosen.length > 0 ? !chosen.includes(name) : ONLY_WHEN_NAMED.has(name)) continue;
    const figures = await measure();
    measured.push(...figures);
    if (!isJson) process.stdout.write(figures.map(lineOf).join(""));
  }
});
await browser.close();

if (isJson) process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);

function lineOf({ what, value, unit, goal }: Measured) {
  const figure = value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : 0 });
  return `${what.padEnd(52)} ${figure.padStart(8)} ${unit.padEnd(6)} ${goal}\n`;
}
