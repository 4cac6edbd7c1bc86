import type { NewAttempt } from "./save-attempt.server";

/** What a learner handed in at a quiz. */
export const attemptForTests: NewAttempt = {
  id: "a1",
  learner: "ada",
  payloadHash: "hash",
  quiz: "loops",
  mode: "quiz",
  drawId: "d1",
  answers: { k3v9: ["aaaa"] },
  verdict: { rubricVersion: 1, score: 1.5, outOf: 2, questions: [] },
  now: new Date("2030-01-01T12:00:00Z"),
};
