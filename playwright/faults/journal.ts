import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import * as z from "zod";

const Answers = z.record(z.string(), z.array(z.string()));
const Attempt = z.object({ attemptId: z.string(), quiz: z.string(), drawn: z.string(), answers: Answers });
export type Attempt = z.infer<typeof Attempt>;

const Entry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("sent"), learner: z.string(), attempt: Attempt }),
  z.object({ type: z.literal("acknowledged"), attemptId: z.string(), verdict: z.string() }),
]);
type Entry = z.infer<typeof Entry>;

export type Journal = ReturnType<typeof openJournal>;

/** What a client did and was told: each entry reaches the disk before the client goes on. */
export function openJournal(file: string) {
  const descriptor = openSync(file, "a");
  return {
    write(entry: Entry) {
      writeSync(descriptor, `${JSON.stringify(entry)}\n`);
      fsyncSync(descriptor);
    },
    /** All attempts by their ids, with the verdict that each was acknowledged with; null where none was. */
    read() {
      const entries = readFileSync(file, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => Entry.parse(JSON.parse(line)));
      const verdicts = new Map(
        entries.flatMap((entry) => (entry.type === "acknowledged" ? [[entry.attemptId, entry.verdict]] : [])),
      );
      return entries.flatMap((entry) =>
        entry.type === "sent" ? [{ ...entry, verdict: verdicts.get(entry.attempt.attemptId) ?? null }] : [],
      );
    },
    close: () => closeSync(descriptor),
  };
}
