import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the tests of one run share their snapshot of Python. */
    snapshotFolder: string;
  }
}

const folder = mkdtempSync(path.join(tmpdir(), "snapshot-"));

/** Vitest calls it before all tests. */
export function setup(project: TestProject) {
  project.provide("snapshotFolder", folder);
  project.onTestsRerun(() => rmSync(path.join(folder, "snapshot"), { force: true }));
}

/** Vitest calls it after them. */
export const teardown = () => rmSync(folder, { recursive: true });
