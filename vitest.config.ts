import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [
    {
      // The worker bundles import these as text; so do the tests.
      name: "source-as-text",
      enforce: "pre",
      transform: (code, id) => (id.endsWith(".guest.js") ? `export default ${JSON.stringify(code)}` : null),
    },
  ],
  resolve: {
    alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") },
    conditions: ["react-server"],
  },
  ssr: { resolve: { conditions: ["react-server"] } },
  test: {
    include: ["{app,lib}/**/*.test.{ts,tsx}", "start.test.ts", "playwright/*.test.ts"],
    globalSetup: ["lib/python/snapshot-folder-for-tests.ts", "lib/verify/child-code-for-tests.ts"],
    // Left to itself it takes one core less than there are: of two, one.
    maxWorkers: "100%",
    // Errors are what tests ask the log for.
    env: { LOG_LEVEL: "error" },
    testTimeout: 60_000,
  },
});
