import { reading, writing } from "./device";
import { tell } from "./news";
import { queue, removeFrom, type HandedIn } from "./outbox-item";
import { share, type SharedAttempt } from "./shared-attempt";

/** A begun attempt as this device keeps it, and what other devices are to see of it; null: nothing. */
type Begun = { readonly attempt: object; readonly shared: SharedAttempt | null };

/** The quiz attempt begun in a module, as it was kept; to be parsed by who knows what an attempt is. */
export const readBegun = async (module: string): Promise<unknown> =>
  (await reading()).objectStore("attempts").get(module);

/** Keeps a begun attempt in the place of the one before. */
export async function keepBegun(module: string, { attempt, shared }: Begun): Promise<void> {
  const transaction = await writing();
  await transaction.objectStore("attempts").put(attempt, module);
  await share(transaction, module, shared);
  await transaction.done;
  tell({ about: "attempts" });
  tell({ about: "drafts" });
}

/** Keeps an attempt as handed in and puts it into the outbox, both or neither. */
export async function handInBegun(
  module: string,
  { attempt, handedIn, now }: { attempt: object; handedIn: HandedIn; now: Date },
): Promise<void> {
  const transaction = await writing();
  await transaction.objectStore("attempts").put(attempt, module);
  await share(transaction, module, null);
  await queue(transaction, handedIn, now);
  await transaction.done;
  tell({ about: "attempts" });
  tell({ about: "outbox" });
}

/** The attempt last answered in a module, as it was kept; to be parsed by who knows what an attempt is. */
export const readLast = async (module: string): Promise<unknown> =>
  (await reading()).objectStore("attempts").get(lastKey(module));

const lastKey = (module: string) => `${module}#last`;

/**
 * Takes an attempt's answer out of the outbox and keeps `begun` in its place; null: it is done with. `last` is kept to be
 * looked at again.
 */
export async function settleBegun(
  module: string,
  { id, begun, last }: { id: string; begun: Begun | null; last: object | null },
): Promise<void> {
  const transaction = await writing();
  const attempts = transaction.objectStore("attempts");
  await (begun === null ? attempts.delete(module) : attempts.put(begun.attempt, module));
  if (last !== null) await attempts.put(last, lastKey(module));
  await share(transaction, module, begun?.shared ?? null);
  await removeFrom(transaction, id);
  await transaction.done;
  tell({ about: "attempts" });
  tell({ about: "drafts" });
}
