import { reading, writing } from "./device";
import { tell } from "./news";
import { queue, removeFrom, type HandedIn } from "./outbox-item";

/** The quiz attempt begun in a module, as it was kept; to be parsed by who knows what an attempt is. */
export const readBegun = async (module: string): Promise<unknown> =>
  (await reading()).objectStore("attempts").get(module);

/** Keeps a begun attempt in the place of the one before. */
export async function keepBegun(module: string, attempt: object): Promise<void> {
  const transaction = await writing();
  await transaction.objectStore("attempts").put(attempt, module);
  await transaction.done;
  tell({ about: "attempts" });
}

/** Keeps an attempt as handed in and puts it into the outbox, both or neither. */
export async function handInBegun(
  module: string,
  { attempt, handedIn, now }: { attempt: object; handedIn: HandedIn; now: Date },
): Promise<void> {
  const transaction = await writing();
  await transaction.objectStore("attempts").put(attempt, module);
  await queue(transaction, handedIn, now);
  await transaction.done;
  tell({ about: "attempts" });
  tell({ about: "outbox" });
}

/** Takes an attempt's answer out of the outbox and keeps `attempt` in its place; null: it is done with. */
export async function settleBegun(
  module: string,
  { id, attempt }: { id: string; attempt: object | null },
): Promise<void> {
  const transaction = await writing();
  const attempts = transaction.objectStore("attempts");
  await (attempt === null ? attempts.delete(module) : attempts.put(attempt, module));
  await removeFrom(transaction, id);
  await transaction.done;
  tell({ about: "attempts" });
}
