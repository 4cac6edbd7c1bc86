import * as fc from "fast-check";
import { expect, test } from "vitest";
import { drawQuestions } from "./draw";
import { Quiz } from "./quiz";

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
const order = (seed: string) =>
  drawQuestions(twelve, seed).map(({ id, options }) => [id, ...options.map((option) => option.id)]);

test("the same seed gives the same questions and options in the same order", () => {
  expect(order("a seed")).toEqual(order("a seed"));
});

test("other seeds give other draws", () => {
  const draws = Array.from({ length: 50 }, (_, index) => JSON.stringify(order(`seed ${index}`)));
  expect(new Set(draws).size).toBe(50);
});

test("over many draws every question comes up, and the right option stands in every place", () => {
  const draws = Array.from({ length: 300 }, (_, index) => drawQuestions(twelve, `seed ${index}`)).flat();
  expect(new Set(draws.map(({ id }) => id)).size).toBe(12);
  const places = draws.map(({ options }) => options.findIndex(({ right }) => right));
  for (const place of [0, 1, 2, 3]) {
    const share = places.filter((each) => each === place).length / places.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
  }
});

test("six questions of three equal tags are two of each", () => {
  for (let index = 0; index < 50; index += 1) {
    const tags = drawQuestions(twelve, `seed ${index}`).flatMap((question) => question.tags);
    expect(tags.toSorted()).toEqual(["files", "files", "loops", "loops", "profiles", "profiles"]);
  }
});

test("a draw asks distinct questions, as many as it should, and every tag if there is room for each", () => {
  const someTags = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(someTags, { minLength: 5, maxLength: 20 }), fc.string(), (tags, seed) => {
      const drawn = drawQuestions(quizOf(tags, 5), seed);
      expect(new Set(drawn.map(({ id }) => id)).size).toBe(5);
      expect(new Set(drawn.flatMap((question) => question.tags))).toEqual(new Set(tags.flat()));
    }),
  );
});
