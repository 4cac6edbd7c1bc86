import { build } from "esbuild";

/** Bundles the service worker to where its scope is the whole site. */
await build({
  entryPoints: ["lib/serving/service.worker.ts"],
  outfile: "public/service-worker.js",
  bundle: true,
  format: "iife",
  platform: "browser",
  target: "es2022",
  minify: true,
  legalComments: "none",
  logLevel: "error",
});
