import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Question } from "./question";
import { shownOrder } from "./shown-order";

const ids = ["aaaa", "bbbb", "cccc", "dddd"];
const entries = ids.map((id) => ({ id, text: id, feedback: "F" }));
const fields = { id: "k3v9", tags: ["loops"], prompt: "Which?", explanation: "E" };
const sorted = [
  Question.parse({ ...fields, kind: "ordering", items: entries }),
  Question.parse({ ...fields, kind: "parsons", lines: entries.slice(0, 3), distractors: entries.slice(3) }),
];

test("what is to be put in order is never shown in the right one, and is always all there", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      for (const question of sorted) {
        const order = shownOrder(question, seed);
        expect(order).not.toEqual(ids);
        expect(order.toSorted()).toEqual(ids);
        expect(shownOrder(question, seed)).toEqual(order);
      }
    }),
  );
});
