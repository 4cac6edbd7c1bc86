import "server-only";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import type { Language } from "@/lib/run/language";
import type { KnownCell } from "./lesson-cell";

/** `recorded/<cell>.<language>.json`: what a cell printed when `npm run record` ran it. */
export const RecordedOutput = z.strictObject({
  /** Of the code that ran, see `codeHash`: another one means the record is out of date. */
  codeHash: z.string(),
  stdout: z.string(),
  stderr: z.string(),
});
export type RecordedOutput = z.infer<typeof RecordedOutput>;

export const recordedPath = (folder: string, id: string, language: Language) =>
  path.join(folder, "recorded", `${id}.${language}.json`);

/** Names the code of a cell, of all that is replayed before it, and the files that they find. */
export function codeHash(cells: ReadonlyMap<string, KnownCell>, id: string, language: Language): string {
  const codes: string[] = [];
  const files = cells.get(id)?.files ?? [];
  for (
    let cell = cells.get(id);
    cell !== undefined;
    cell = cell.after === null ? undefined : cells.get(cell.after)
  )
    codes.push(cell.sources.find((source) => source.language === language)?.code ?? "");
  return createHash("sha256")
    .update(JSON.stringify(files.length === 0 ? codes : [codes, files]))
    .digest("hex")
    .slice(0, 16);
}

/** The recorded output of a cell; null where none was made yet. */
export async function readRecorded(
  folder: string,
  id: string,
  language: Language,
): Promise<RecordedOutput | null> {
  const source = await readFile(recordedPath(folder, id, language), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    },
  );
  return source === null ? null : RecordedOutput.parse(JSON.parse(source));
}
