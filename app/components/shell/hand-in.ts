import type * as z from "zod/mini";
import { findItem, putInOutbox, takeOut, type HandedIn, type OutboxItem } from "@/lib/outbox/outbox-item";
import type { Outbox } from "@/lib/outbox/outbox";
import type { HeldUp } from "@/lib/outbox/send-waiting";
import { askAsLearner } from "./ask-as-learner";
import type { Answer } from "./ask-server";
import { addresses } from "./device-work";
import { loadDeviceWork, onDeviceWork } from "./load-device-work";

/**
 * Hands something in: it is on the device before it is sent, and is sent until the server answers, even if this page is left.
 * `onKept` hears when it is there, or cannot be; `onHeldUp` when sending it takes longer: with `false` it ends the waiting,
 * not the sending.
 */
export async function handIn<Schema extends z.ZodMiniType>(
  handedIn: HandedIn,
  {
    schema,
    onKept = () => {},
    onHeldUp,
  }: { schema: Schema; onKept?: () => void; onHeldUp: (heldUp: HeldUp) => boolean },
): Promise<Answer<z.infer<Schema>>> {
  try {
    await putInOutbox(handedIn, new Date());
  } catch {
    onKept();
    // Where nothing can be kept, it is sent as it is.
    return askAsLearner(addresses[handedIn.kind][0], schema, handedIn.body);
  }
  onKept();
  const { outbox } = await loadDeviceWork();
  outbox.wake();
  const item = await untilAnswered(outbox, handedIn.id, onHeldUp);
  if ("outcome" in item) return item.message === null ? { outcome: "offline" } : refused(item.message, 503);
  await takeOut(handedIn.id);
  if (item.state.name === "refused") return refused(item.state.message, 400);
  return { outcome: "answered", value: schema.parse(item.state.answer) };
}

const refused = (message: string, status: number) =>
  ({ outcome: "refused", status, message, retryAfterMs: null }) as const;

type Settled = OutboxItem & { readonly state: Exclude<OutboxItem["state"], { name: "waiting" }> };

function untilAnswered(
  outbox: Outbox,
  id: string,
  onHeldUp: (heldUp: HeldUp) => boolean,
): Promise<Settled | HeldUp> {
  return new Promise((resolve, reject) => {
    const look = async () => {
      try {
        const item = await findItem(id);
        const heldUp = outbox.heldUp();
        if (item === null) throw new Error(`What was handed in as ${id} is in the outbox no more.`);
        if (isSettled(item)) end(() => resolve(item));
        else if (heldUp !== null && !onHeldUp(heldUp)) end(() => resolve(heldUp));
      } catch (error) {
        end(() => reject(error));
      }
    };
    const lookAgain = () => void look();
    const stop = onDeviceWork(lookAgain);
    const end = (settle: () => void) => {
      stop();
      settle();
    };
    lookAgain();
  });
}

const isSettled = (item: OutboxItem): item is Settled => item.state.name !== "waiting";
