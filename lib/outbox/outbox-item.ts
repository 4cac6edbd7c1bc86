import * as z from "zod/mini";
import { reading, writing, type Writing } from "./device";
import { tell } from "./news";

/** Something handed in: sent until the server has answered, however often that takes. */
const OutboxItem = z.strictObject({
  /** The attempt's or submission's own id, made before it is first sent: by it the server knows a repetition. */
  id: z.string(),
  kind: z.enum(["attempt", "submission"]),
  /** What it is, for people. */
  title: z.string(),
  body: z.unknown(),
  at: z.string(),
  state: z.discriminatedUnion("name", [
    z.strictObject({ name: z.literal("waiting") }),
    z.strictObject({ name: z.literal("answered"), answer: z.unknown() }),
    /** Not taken, and never will be as it is. */
    z.strictObject({ name: z.literal("refused"), message: z.string() }),
  ]),
});
export type OutboxItem = z.infer<typeof OutboxItem>;

/** What was answered and never looked at. */
const KEPT_ANSWERS = 100;

export type HandedIn = Pick<OutboxItem, "id" | "kind" | "title" | "body">;

/**
 * Puts something last in the queue, in a transaction of the caller's. The same id stands there once: with another content it
 * takes the first one's place, and the server says whether that is too late.
 */
export async function queue(transaction: Writing, { id, kind, title, body }: HandedIn, now: Date) {
  const store = transaction.objectStore("outbox");
  const key = await store.index("id").getKey(id);
  const there = key === undefined ? null : readItem(await store.get(key));
  if (there !== null && JSON.stringify(there.body) === JSON.stringify(body)) return;
  const item: OutboxItem = { id, kind, title, body, at: now.toISOString(), state: { name: "waiting" } };
  await store.put(item, key);
}

/** Puts something last in the queue. */
export async function putInOutbox(handedIn: HandedIn, now: Date): Promise<void> {
  const transaction = await writing();
  await queue(transaction, handedIn, now);
  await transaction.done;
  tell({ about: "outbox" });
}

/** Everything in the outbox, first one first. */
export async function outboxItems(): Promise<readonly OutboxItem[]> {
  const records = await (await reading()).objectStore("outbox").getAll();
  return records.map(readItem).filter((item) => item !== null);
}

/** What became of something handed in; null once it was taken out, or was never there. */
export async function findItem(id: string): Promise<OutboxItem | null> {
  return readItem(await (await reading()).objectStore("outbox").index("id").get(id));
}

/** Notes what the server said. Answers that nobody came for make room in the end. */
export async function noteAnswer(id: string, state: OutboxItem["state"]): Promise<void> {
  const transaction = await writing();
  const store = transaction.objectStore("outbox");
  const key = await store.index("id").getKey(id);
  const item = key === undefined ? null : readItem(await store.get(key));
  if (item !== null) await store.put({ ...item, state }, key);
  const all = await store.getAll();
  const answered = all.map(readItem).filter((each) => each?.state.name === "answered");
  for (const each of answered.slice(0, -KEPT_ANSWERS)) await removeFrom(transaction, each?.id ?? "");
  await transaction.done;
  tell({ about: "outbox" });
}

/** Takes something out that was answered and looked at, or was refused and told. */
export async function takeOut(id: string): Promise<void> {
  const transaction = await writing();
  await removeFrom(transaction, id);
  await transaction.done;
  tell({ about: "outbox" });
}

export async function removeFrom(transaction: Writing, id: string) {
  const store = transaction.objectStore("outbox");
  const key = await store.index("id").getKey(id);
  if (key !== undefined) await store.delete(key);
}

function readItem(record: unknown): OutboxItem | null {
  const item = OutboxItem.safeParse(record);
  return item.success ? item.data : null;
}
