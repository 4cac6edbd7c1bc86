import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundleChild } from "./bundle-child";

const folder = mkdtempSync(path.join(tmpdir(), "verifier-"));

/** Vitest calls it before all tests: they verify with the code as it is now. */
export async function setup() {
  const file = path.join(folder, "verifier.mjs");
  await bundleChild(file);
  process.env["VERIFIER_FILE"] = file;
}

/** Vitest calls it after them. */
export const teardown = () => rmSync(folder, { recursive: true });
