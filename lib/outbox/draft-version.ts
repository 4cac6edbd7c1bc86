import * as z from "zod/mini";
import { reading, type Writing } from "./device";

/** More than anybody looks through. */
const KEPT = 20;
/** What is typed within this time is one version. */
const BURST_MS = 60_000;

/** What a draft was at a time. */
const DraftVersion = z.strictObject({
  /** The key of the draft. */
  draft: z.string(),
  /** Null: as the author wrote it. */
  text: z.nullable(z.string()),
  /** When it was begun, and when it was written last. */
  since: z.string(),
  at: z.string(),
  /** The tab it was typed in; null where it was taken from elsewhere, reset or restored, and stands by itself. */
  typedIn: z.nullable(z.string()),
});
export type DraftVersion = z.infer<typeof DraftVersion>;

/** Adds a version, or writes it over the one before where both are of one burst of typing; only the last ones stay. */
export async function keepVersion(
  transaction: Writing,
  { draft, text, typedIn, now }: Pick<DraftVersion, "draft" | "text" | "typedIn"> & { now: Date },
) {
  const store = transaction.objectStore("versions");
  const keys = await store.index("draft").getAllKeys(draft);
  const lastKey = keys.at(-1);
  const last = lastKey === undefined ? null : readVersion(await store.get(lastKey));
  if (last?.text === text) return;
  const at = now.toISOString();
  if (lastKey !== undefined && last !== null && isOneBurst(last, { text, typedIn, now })) {
    await store.put({ ...last, text, at }, lastKey);
    return;
  }
  const version: DraftVersion = { draft, text, since: at, at, typedIn };
  await store.add(version);
  for (const key of keys.slice(0, Math.max(0, keys.length + 1 - KEPT))) await store.delete(key);
}

/** The versions of a draft, newest first. */
export async function draftVersions(draft: string): Promise<readonly DraftVersion[]> {
  const records = await (await reading()).objectStore("versions").index("draft").getAll(draft);
  return records
    .map(readVersion)
    .filter((version) => version !== null)
    .toReversed();
}

/** Where half of the text went away, what it was before is worth a version of its own. */
const isOneBurst = (
  last: DraftVersion,
  { text, typedIn, now }: { text: string | null; typedIn: string | null; now: Date },
) =>
  typedIn !== null &&
  last.typedIn === typedIn &&
  now.getTime() - Date.parse(last.since) < BURST_MS &&
  (text ?? "").length * 2 >= (last.text ?? "").length;

function readVersion(record: unknown): DraftVersion | null {
  const version = DraftVersion.safeParse(record);
  return version.success ? version.data : null;
}
