import { beforeEach, expect, test } from "vitest";
import * as z from "zod/mini";
import { useEmptyDevice } from "./device-for-tests";
import { keepDraft, draftsOf } from "./keep-draft";
import { findItem, outboxItems, putInOutbox } from "./outbox-item";
import { sendWaiting, type Message, type Sent } from "./send-waiting";

beforeEach(useEmptyDevice);

const now = () => new Date("2026-01-01T10:00:00Z");
const handIn = (id: string) => putInOutbox({ id, kind: "attempt", title: "A quiz", body: { id } }, now());
const refused = (status: number, retryAfterMs: number | null = null) =>
  ({ outcome: "refused", status, message: `no: ${status}`, retryAfterMs }) as const;
const answered = (value: unknown) => ({ outcome: "answered", value }) as const;

const place = { page: "/lessons/a/b", name: "sum:python" };
const type = (text: string, base: string | null) =>
  keepDraft({ ...place, text, base, starterHash: "00", typedIn: "tab", now: now() });

const Body = z.looseObject({ id: z.optional(z.string()) });

/** A server that answers as it is told, one answer after the other, then takes everything. */
function newServer(...answers: Sent[]) {
  const heard: Message[] = [];
  const send = async (message: Message): Promise<Sent> => {
    heard.push(message);
    return answers.shift() ?? answered(message.kind === "draft" ? { status: "kept", version: 1 } : "taken");
  };
  return { send, ids: () => heard.map(({ body }) => Body.parse(body).id ?? "draft"), heard };
}

test("what was handed in goes out in its order, once", async () => {
  for (const id of ["one", "two", "one", "three"]) await handIn(id);
  const server = newServer();
  expect(await sendWaiting(server.send, now)).toEqual({ outcome: "all-sent" });
  await sendWaiting(server.send, now);
  expect(server.ids()).toEqual(["one", "two", "three"]);
  expect((await findItem("two"))?.state).toEqual({ name: "answered", answer: "taken" });
});

test.each([{ outcome: "offline" } as const, refused(503), refused(429), refused(500)])(
  "after %j everything waits, and nothing overtakes",
  async (problem) => {
    await handIn("one");
    await handIn("two");
    const server = newServer(problem);
    expect(await sendWaiting(server.send, now)).toMatchObject({ outcome: "held-up" });
    expect(server.ids()).toEqual(["one"]);
    await sendWaiting(server.send, now);
    expect(server.ids()).toEqual(["one", "one", "two"]);
  },
);

test("changed before it could be sent, it goes out as it was last, once", async () => {
  await handIn("one");
  await putInOutbox({ id: "one", kind: "attempt", title: "A quiz", body: { id: "one", answer: 2 } }, now());
  const server = newServer();
  await sendWaiting(server.send, now);
  expect(server.heard.map(({ body }) => body)).toEqual([{ id: "one", answer: 2 }]);
});

test("the server's wish to wait, and its words, are handed on", async () => {
  await handIn("one");
  const { send } = newServer(refused(503, 2_000));
  expect(await sendWaiting(send, now)).toEqual({
    outcome: "held-up",
    message: "no: 503",
    retryAfterMs: 2_000,
  });
});

test("what the server will never take is kept with its reason and holds up nothing", async () => {
  await handIn("one");
  await handIn("two");
  expect(await sendWaiting(newServer(refused(400)).send, now)).toEqual({ outcome: "all-sent" });
  expect((await outboxItems()).map(({ state }) => state.name)).toEqual(["refused", "answered"]);
});

test("drafts come after what was handed in, and only when they changed", async () => {
  const first = await type("sum(1)", null);
  await handIn("one");
  const server = newServer();
  await sendWaiting(server.send, now);
  await sendWaiting(server.send, now);
  expect(server.ids()).toEqual(["one", "draft"]);
  await type("sum(2)", first.draft.change);
  await sendWaiting(server.send, now);
  expect(server.heard.at(-1)?.body).toMatchObject({ text: "sum(2)", base: 1 });
});

test("a draft that another device overtook is offered theirs, and sent no more until it is decided", async () => {
  await type("mine", null);
  const theirs = {
    ...place,
    text: "theirs",
    change: crypto.randomUUID(),
    starterHash: null,
    version: 4,
    at: now().toISOString(),
  };
  const server = newServer(answered({ status: "overtaken", draft: theirs }));
  await sendWaiting(server.send, now);
  await sendWaiting(server.send, now);
  expect(server.ids()).toEqual(["draft"]);
  expect([...(await draftsOf(place.page)).values()]).toMatchObject([{ text: "mine", offer: theirs }]);
});

test("a draft that is too long for the server is not sent, and says so", async () => {
  await type("x".repeat(50_001), null);
  const server = newServer();
  expect(await sendWaiting(server.send, now)).toEqual({ outcome: "all-sent" });
  expect(server.ids()).toEqual([]);
  const [draft] = (await draftsOf(place.page)).values();
  expect(draft?.refusal?.message).toContain("stays on this device");
});

test("a draft that the server refuses stays, with the reason, until it changes", async () => {
  const { draft } = await type("much", null);
  const server = newServer(refused(413));
  await sendWaiting(server.send, now);
  await sendWaiting(server.send, now);
  expect(server.ids()).toEqual(["draft"]);
  expect([...(await draftsOf(place.page)).values()]).toMatchObject([{ refusal: { message: "no: 413" } }]);
  await type("less", draft.change);
  await sendWaiting(server.send, now);
  expect(server.ids()).toEqual(["draft", "draft"]);
});
