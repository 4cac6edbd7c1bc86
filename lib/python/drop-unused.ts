import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * What the interpreter's code is written in. It does not say so itself, and with more than that allowed the tool writes
 * forms that browsers do not know yet.
 */
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "exception-handling",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
];

/** The WebAssembly module without the functions that no export, table or other function reaches; takes some seconds. */
export function dropUnused(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const folder = mkdtempSync(path.join(tmpdir(), "interpreter-"));
  const [given, trimmed] = [path.join(folder, "given.wasm"), path.join(folder, "trimmed.wasm")];
  const tool = createRequire(import.meta.url).resolve("binaryen/bin/wasm-opt");
  const features = FEATURES.map((name) => `--enable-${name}`);
  try {
    writeFileSync(given, module);
    const options = ["--mvp-features", ...features, "--remove-unused-module-elements"];
    const ended = spawnSync(process.execPath, [tool, given, ...options, "-o", trimmed], { encoding: "utf8" });
    if (ended.status !== 0)
      throw new Error(`The interpreter could not be trimmed: ${ended.stderr}. Correct drop-unused.ts.`);
    return new Uint8Array(readFileSync(trimmed));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
