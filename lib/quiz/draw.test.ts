import * as fc from "fast-check";
import { expect, test } from "vitest";
import { drawQuestions } from "./draw";
import { Quiz } from "./quiz";
import { shownOrder } from "./shown-order";

const quizOf = (tags: string[][], draw: number) =>
  Quiz.parse({
    title: "T",
    description: "D",
    draw,
    questions: tags.map((own, index) => ({
      id: `q${String(index).padStart(3, "0")}`,
      kind: "single",
      tags: own,
      prompt: "Which?",
      options: ["aaaa", "bbbb", "cccc", "dddd"].map((id) => ({
        id,
        text: id,
        feedback: "Well.",
        right: id === "aaaa",
      })),
      explanation: "Because.",
    })),
  });

const twelve = quizOf(
  Array.from({ length: 12 }, (_, index) => [["loops", "profiles", "files"][index % 3] ?? ""]),
  6,
);
const draw = (seed: string, quiz = twelve, lastAsked: readonly string[] = []) =>
  drawQuestions(quiz, { seed, lastAsked: new Set(lastAsked) });
const order = (seed: string) => draw(seed).map((question) => [question.id, ...shownOrder(question, seed)]);

test("the same seed gives the same questions and options in the same order", () => {
  expect(order("a seed")).toEqual(order("a seed"));
});

test("other seeds give other draws", () => {
  const draws = Array.from({ length: 50 }, (_, index) => JSON.stringify(order(`seed ${index}`)));
  expect(new Set(draws).size).toBe(50);
});

test("over many draws every question comes up, and the right option stands in every place", () => {
  const draws = Array.from({ length: 300 }, (_, index) => order(`seed ${index}`)).flat();
  expect(new Set(draws.map(([id]) => id)).size).toBe(12);
  const places = draws.map(([, ...options]) => options.indexOf("aaaa"));
  for (const place of [0, 1, 2, 3]) {
    const share = places.filter((each) => each === place).length / places.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
  }
});

test("where the bank allows, nothing is asked that was asked last time", () => {
  let lastAsked: string[] = [];
  for (let index = 0; index < 50; index += 1) {
    const asked = draw(`seed ${index}`, twelve, lastAsked).map(({ id }) => id);
    expect(asked.filter((id) => lastAsked.includes(id))).toEqual([]);
    lastAsked = asked;
  }
});

test("where the bank is short, every tag is still covered, and what can be new is new", () => {
  const short = quizOf([["loops"], ["files"], ["files"], ["profiles"], ["profiles"]], 3);
  const asked = draw("a seed", short, ["q000", "q001", "q003"]).map(({ id }) => id);
  expect(asked.toSorted()).toEqual(["q000", "q002", "q004"]);
});

test("an attempt goes from the easy questions to the hard ones", () => {
  const mixed = quizOf(
    Array.from({ length: 9 }, () => ["loops"]),
    9,
  );
  const levels = ["hard", "easy", "medium"] as const;
  const questions = mixed.questions.map((question, index) => ({
    ...question,
    difficulty: levels[index % 3] ?? "medium",
  }));
  const asked = draw("a seed", { ...mixed, questions }).map(({ difficulty }) => difficulty);
  expect(asked).toEqual(["easy", "medium", "hard"].flatMap((level) => [level, level, level]));
});

test("six questions of three equal tags are two of each", () => {
  for (let index = 0; index < 50; index += 1) {
    const tags = draw(`seed ${index}`).flatMap((question) => question.tags);
    expect(tags.toSorted()).toEqual(["files", "files", "loops", "loops", "profiles", "profiles"]);
  }
});

test("a draw asks distinct questions, as many as it should, and every tag if there is room for each", () => {
  const someTags = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(someTags, { minLength: 5, maxLength: 20 }), fc.string(), (tags, seed) => {
      const drawn = draw(seed, quizOf(tags, 5));
      expect(new Set(drawn.map(({ id }) => id)).size).toBe(5);
      expect(new Set(drawn.flatMap((question) => question.tags))).toEqual(new Set(tags.flat()));
    }),
  );
});
