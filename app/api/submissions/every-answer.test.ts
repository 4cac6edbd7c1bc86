import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { planCheck } from "@/app/components/exercise/plan-check";
import { readExercises, type FoundExercise } from "@/lib/course/find-exercise.server";
import type { WrongAnswer } from "@/lib/course/wrong-answer";
import { gradeExercise } from "@/lib/grading/grade-exercise";
import { openProcess } from "@/lib/javascript/process-for-tests";
import { runInJavaScript } from "@/lib/javascript/run-in-javascript";
import { caseOf } from "@/lib/run/check-case";
import { closeVerifier, verifyProgram } from "@/lib/verify/verify-program.server";
import { programToVerify } from "./program-to-verify";
import { isTold } from "./told-for-tests";

afterAll(closeVerifier);

/** What a script draws at random must be the same on both sides here; in the product the server draws its own. */
const SEED = 1;

const { exercises } = await readExercises();
const inJavaScript = [...exercises.values()].filter(({ languages }) => languages.includes("javascript"));

/** The verdict of the server's verifier, which must be the one of the functions that a browser runs. */
async function verdictOn(found: FoundExercise, code: string) {
  const { checks, work = null, growth = null } = found.exercise;
  const evidence = await verifyProgram(programToVerify(found, code, { language: "javascript", seed: SEED }));
  if (typeof evidence === "string") throw new Error(`The verifier turned this away: it is ${evidence}.`);
  const verdict = gradeExercise({ checks, work, growth, evidence });
  const browsers = gradeExercise({ checks, work, growth, evidence: await asInBrowser(found, code) });
  expect(verdict).toEqual(browsers);
  return verdict;
}

async function asInBrowser({ id, exercise, starters, files, checkCodes }: FoundExercise, code: string) {
  const view = <Named extends { name: string }>(named: Named) => ({ ...named, nameHtml: named.name });
  const checks = planCheck({
    checks: exercise.checks
      .filter(({ hidden }) => !hidden)
      .map((check) => view({ ...caseOf(check), name: check.name })),
    work: exercise.work === undefined ? null : view(exercise.work),
    growth: exercise.growth === undefined ? null : view(exercise.growth),
    starter: (starters.javascript ?? "").trimEnd(),
    fetched: {
      checks: exercise.checks
        .filter(({ hidden }) => hidden)
        .map((check) => view({ ...caseOf(check), name: check.name })),
      checkCode: checkCodes.javascript ?? null,
    },
    seed: SEED,
  });
  const program = { path: `${id}.js`, code };
  const { process, request, told } = await openProcess({
    program,
    files: [...files],
    settings: exercise.machine,
  });
  await runInJavaScript(process, { ...request, checks });
  const message = told.find(({ type }) => type === "evidence");
  return message?.type === "evidence" ? message.evidence : { cases: [], work: null };
}

test.each(inJavaScript)("the solution of $id passes", async (found) => {
  expect(await verdictOn(found, await found.solution("javascript"))).toMatchObject({ outcome: "passed" });
});

test.each(inJavaScript)("the starter of $id fails", async (found) => {
  expect(await verdictOn(found, found.starters.javascript ?? "")).toMatchObject({ outcome: "failed" });
});

const wrongAnswersOf = ({ wrongAnswers }: FoundExercise) =>
  wrongAnswers.filter(({ language }) => language === "javascript");

test.each(inJavaScript)("$id has five wrong answers in JavaScript, or more", (found) => {
  expect(wrongAnswersOf(found).length).toBeGreaterThanOrEqual(5);
});

const wrongAnswers: { name: string; found: FoundExercise; answer: WrongAnswer }[] = inJavaScript.flatMap(
  (found) =>
    wrongAnswersOf(found).map((answer) => ({
      name: `${found.id}/wrong/${path.basename(answer.file)}`,
      found,
      answer,
    })),
);

test.each(wrongAnswers)("$name fails, and is told why", async ({ found, answer }) => {
  const verdict = await verdictOn(found, answer.code);
  expect(verdict.outcome).toBe("failed");
  expect(answer.fails.filter((promised) => !isTold(verdict, promised))).toEqual([]);
});
