import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { declaredGlobals } from "./declared-globals";
import { declaredLanguage } from "./declared-language";
import { declaredModules } from "./declared-modules";

const TSC = path.resolve("node_modules/.bin/tsc");

/** What TypeScript says of programs that know the machine's declarations and the language alone. */
export async function complaints(programs: Readonly<Record<string, string>>, more: readonly string[] = []) {
  const folder = await mkdtemp(path.join(tmpdir(), "lento-types-"));
  const files = { ...programs, "machine.d.ts": declaredGlobals + declaredModules };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const options = ["--noEmit", "--strict", "--skipLibCheck", "false", "--pretty", "false", "--types", ""];
  const modules = ["--module", "esnext", "--moduleResolution", "bundler", "--moduleDetection", "force"];
  const language = ["--target", "esnext", "--lib", declaredLanguage.join(",")];
  const all = [...options, ...modules, ...language, ...more, ...Object.keys(files)];
  const { stdout } = await promisify(execFile)(TSC, all, { cwd: folder }).catch(
    (failed: { stdout: string }) => failed,
  );
  return stdout.split("\n").filter((line) => /: error TS/.test(line));
}
