import * as z from "zod/mini";
import { newId } from "@/lib/run/new-id";
import { reading, type Writing } from "./device";
import { type Draft, draftKey, readDraft } from "./draft";
import { settleOffer } from "./server-drafts";

/**
 * What another device needs to go on with a begun attempt. It is kept as the text of a draft of the quiz's page: so it is
 * sent, compared and offered as all drafts are.
 */
export const SharedAttempt = z.strictObject({
  attemptId: z.string(),
  /** The draw as the server sealed it; its questions are asked for again. */
  draw: z.string(),
  answers: z.record(z.string(), z.array(z.string())),
});
export type SharedAttempt = z.infer<typeof SharedAttempt>;

/** What another device did meanwhile, offered to this one. */
export type BegunElsewhere = {
  /** As it is there; null: it was handed in, or nothing is answered there any more. */
  readonly attempt: SharedAttempt | null;
  readonly at: string;
};

const placeOf = (module: string) => ({ page: `/quizzes/${module}`, name: "attempt:quiz" });
const keyOf = (module: string) => draftKey(placeOf(module));

/** Notes in a transaction of the caller's what other devices are to see; null: nothing is begun here. */
export async function share(transaction: Writing, module: string, attempt: SharedAttempt | null) {
  const store = transaction.objectStore("drafts");
  const key = keyOf(module);
  const current = readDraft(await store.get(key));
  const text = attempt === null ? null : JSON.stringify(attempt);
  if ((current?.text ?? null) === text) return;
  const unknown = { serverVersion: 0, sentChange: null, offer: null, refusal: null };
  const at = new Date().toISOString();
  const written = { ...placeOf(module), key, text, starterHash: null, change: newId(), at };
  await store.put({ ...unknown, ...current, ...written });
}

/** What is begun here or was taken from another device, and what one of them offers. */
export async function readShared(
  module: string,
): Promise<{ readonly attempt: SharedAttempt | null; readonly elsewhere: BegunElsewhere | null }> {
  const draft = readDraft(await (await reading()).objectStore("drafts").get(keyOf(module)));
  const offer = draft?.offer ?? null;
  return {
    attempt: attemptIn(draft?.text ?? null),
    elsewhere: offer === null ? null : { attempt: attemptIn(offer.text), at: offer.at },
  };
}

/** Only tells other devices that there is nothing to go on with: nobody's work waits in it. */
export const isFinishedAttempt = ({ page, text }: Draft): boolean =>
  text === null && page.startsWith("/quizzes/");

/** The learner's decision between what is begun here and what another device offers. */
export const settleElsewhere = (module: string, decision: "take" | "keep") =>
  settleOffer(keyOf(module), decision, new Date());

function attemptIn(text: string | null): SharedAttempt | null {
  if (text === null) return null;
  try {
    return SharedAttempt.parse(JSON.parse(text));
  } catch {
    // Another version of this page wrote it: there is nothing to go on with.
    return null;
  }
}
