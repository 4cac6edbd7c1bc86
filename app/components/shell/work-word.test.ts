import { expect, test } from "vitest";
import type { Draft } from "@/lib/outbox/draft";
import type { OutboxItem } from "@/lib/outbox/outbox-item";
import type { Work } from "@/lib/outbox/work";
import type { DeviceWork } from "./device-work";
import { workWord } from "./work-word";

const nothing: Work = { waiting: [], refused: [], unsent: [], held: [], begun: [], isNone: true };
const at = "2026-01-01T10:00:00Z";
const item: OutboxItem = {
  id: "1",
  kind: "attempt",
  title: "A quiz",
  body: {},
  at,
  state: { name: "waiting" },
};
const draft: Draft = {
  key: "/lessons/a/b sum:python",
  page: "/lessons/a/b",
  name: "sum:python",
  text: "sum(1)",
  starterHash: null,
  change: "1",
  at,
  serverVersion: 0,
  sentChange: null,
  offer: null,
  refusal: null,
};
const offline = { outcome: "held-up", message: null, retryAfterMs: null } as const;

const wordFor = (work: Partial<Work> | null, more: Partial<DeviceWork> = {}) => {
  const whole = work === null ? null : { ...nothing, isNone: Object.keys(work).length === 0, ...work };
  return workWord({ work: whole, isUnwritten: false, heldUp: null, isRefused: false, ...more }).word;
};

test("work is saved once the server has all of it, and on this device before", () => {
  expect(wordFor({})).toBe("no work yet");
  expect(wordFor({ unsent: [draft] })).toBe("on this device");
  expect(wordFor({ waiting: [item] })).toBe("on this device");
  expect(wordFor({ isNone: false })).toBe("saved");
});

test("answers that were not handed in are kept by the server, too, once they were sent", () => {
  const answers = { ...draft, page: "/quizzes/keeping", name: "attempt:quiz" };
  expect(wordFor({ begun: ["keeping"], unsent: [answers] })).toBe("on this device");
  expect(wordFor({ begun: ["keeping"], isNone: false })).toBe("saved");
});

test("while nothing can be sent, what waits is counted", () => {
  expect(wordFor({ waiting: [item, item], unsent: [draft] }, { heldUp: offline })).toBe("offline, 3 waiting");
  const busy = { ...offline, message: "The server is busy." };
  expect(wordFor({ waiting: [item] }, { heldUp: busy })).toBe("not sent yet, 1 waiting");
  expect(wordFor({ isNone: false }, { heldUp: offline })).toBe("saved");
});

test("what was typed a moment ago is not said to be anywhere yet", () => {
  expect(wordFor({ isNone: false }, { isUnwritten: true })).toBe("writing …");
});

test("what only the learner can decide is asked for", () => {
  expect(wordFor({ held: [draft] })).toBe("1 to decide");
});

test("a browser that keeps nothing is told of before anything else", () => {
  expect(wordFor(null, { isRefused: true, isUnwritten: true })).toBe("not kept");
});
