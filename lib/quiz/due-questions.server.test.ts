import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dueQuestions } from "./due-questions.server";

const start = new Date("2030-03-01T09:00:00Z");
const after = ({ days = 0, minutes = 0 }) => new Date(start.getTime() + (days * 24 * 60 + minutes) * 60_000);
const answer = (
  outcome: "right" | "partly" | "wrong" | "unanswered",
  at = start,
  { id = "aaaa", quiz = "loops" } = {},
) => ({ quiz, id, outcome, at });
const idsDue = (history: Parameters<typeof dueQuestions>[0], now: Date) =>
  dueQuestions(history, { now }).map(({ id }) => id);

test("what was right from the first time on never comes back", () => {
  expect(idsDue([answer("right"), answer("right", after({ days: 9 }))], after({ days: 4000 }))).toEqual([]);
});

test.each(["wrong", "unanswered", "partly"] as const)(
  "a question that was %s is due within a quarter of an hour, but not at once",
  (outcome) => {
    expect(idsDue([answer(outcome)], start)).toEqual([]);
    expect(idsDue([answer(outcome)], after({ minutes: 15 }))).toEqual(["aaaa"]);
  },
);

test("each time it is right it stays away longer; missed again, it is back the same day", () => {
  const history = [
    answer("wrong"),
    answer("right", after({ minutes: 20 })),
    answer("right", after({ days: 1 })),
  ];
  expect(idsDue(history, after({ days: 2 }))).toEqual([]);
  expect(idsDue(history, after({ days: 60 }))).toEqual(["aaaa"]);
  expect(idsDue([...history, answer("right", after({ days: 60 }))], after({ days: 75 }))).toEqual([]);
  const missed = [...history, answer("wrong", after({ days: 60 }))];
  expect(idsDue(missed, after({ days: 60, minutes: 60 }))).toEqual(["aaaa"]);
});

test("the longest overdue comes first, whatever the order of the history", () => {
  const history = [
    answer("wrong", after({ days: 2 }), { id: "cccc" }),
    answer("wrong", after({ days: 0 }), { id: "aaaa" }),
    answer("wrong", after({ days: 1 }), { id: "bbbb" }),
  ];
  for (const order of [history, history.toReversed()])
    expect(idsDue(order, after({ days: 3 }))).toEqual(["aaaa", "bbbb", "cccc"]);
});

test("the same id in another quiz is another question", () => {
  const history = [answer("wrong"), answer("right", start, { quiz: "files" })];
  expect(dueQuestions(history, { now: after({ days: 1 }) })).toEqual([{ quiz: "loops", id: "aaaa" }]);
});

test("any history has every due question once, and the same history always the same ones", () => {
  const outcomes = fc.constantFrom("right", "partly", "wrong", "unanswered");
  const answers = fc.record({
    quiz: fc.constantFrom("loops", "files"),
    id: fc.constantFrom("aaaa", "bbbb", "cccc"),
    outcome: outcomes,
    at: fc.integer({ min: 0, max: 100 }).map((days) => after({ days })),
  });
  fc.assert(
    fc.property(fc.array(answers), (history) => {
      const due = dueQuestions(history, { now: after({ days: 200 }) });
      expect(new Set(due.map(({ quiz, id }) => `${quiz} ${id}`)).size).toBe(due.length);
      expect(dueQuestions(history, { now: after({ days: 200 }) })).toEqual(due);
    }),
  );
});
