import { rmSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { browserArguments, browserPath } from "./playwright/find-browser";

/** The course that ships, and a small one of the tests' own, each built and served beside the other. */
const servers = {
  course: { port: 4310, env: {} },
  "test-course": {
    port: 4311,
    env: { CONTENT_DIR: "playwright/content", QUIZZES_DIR: "playwright/quizzes" },
  },
};
const dataDir = (name: string) => `test-results/data-${name}`;

// A fresh learner's world for every run of the suite; the config is read again by each worker, so only once.
if (process.env["TEST_WORKER_INDEX"] === undefined)
  for (const name of Object.keys(servers)) rmSync(dataDir(name), { recursive: true, force: true });

const executablePath = browserPath();

export default defineConfig({
  testDir: "playwright",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/journeys",
  forbidOnly: true,
  // One for each of two cores: no journey asserts a time, and most of their time they wait.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    launchOptions: { args: browserArguments, ...(executablePath === undefined ? {} : { executablePath }) },
    // Recording costs a third of the suite's time; `npx playwright test --trace on` looks closer.
    trace: "off",
    // What a service worker answers no journey could hold back or change; those about it allow it.
    serviceWorkers: "block",
  },
  projects: [
    ...Object.entries(servers).map(([name, { port }]) => ({
      name,
      testDir: `playwright/${name}`,
      use: { baseURL: `http://localhost:${port}` },
    })),
    // They need no browser, and serve the test course by themselves, to be killed.
    {
      name: "faults",
      testDir: "playwright/faults",
      // It takes nginx, which only `npm run test:long` installs.
      testIgnore: process.env["FAULTS"] === "long" ? [] : "**/balanced.spec.ts",
      workers: 1,
    },
    // Their computer is thirty times slower than this one: beside other journeys its commands take too long.
    {
      name: "terminals",
      testDir: "playwright/terminals",
      workers: 1,
      use: { baseURL: `http://localhost:${servers.course.port}` },
      dependencies: [...Object.keys(servers), "faults"],
    },
  ],
  webServer: Object.entries(servers).map(([name, { port, env }]) => ({
    command: `next start -p ${port}`,
    url: `http://localhost:${port}/livez`,
    env: { ...env, DATA_DIR: dataDir(name) },
    reuseExistingServer: false,
  })),
});
