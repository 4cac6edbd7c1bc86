import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { planCheck } from "@/app/components/exercise/plan-check";
import { readExercises, type FoundExercise } from "@/lib/course/find-exercise.server";
import type { PromisedFailure, WrongAnswer } from "@/lib/course/wrong-answer";
import type { ExerciseVerdict } from "@/lib/grading/exercise-verdict";
import { gradeExercise } from "@/lib/grading/grade-exercise";
import { checkProgram } from "@/lib/javascript/check-program";
import { openProcess } from "@/lib/javascript/process-for-tests";
import { runProgram } from "@/lib/javascript/run-program";
import { caseOf } from "@/lib/run/check-case";
import { closeVerifier, verifyProgram } from "@/lib/verify/verify-program.server";
import { programToVerify } from "./program-to-verify";

afterAll(closeVerifier);

const { exercises } = await readExercises();
const inJavaScript = [...exercises.values()].filter(({ languages }) => languages.includes("javascript"));

/** The verdict of the server's verifier, which must be the one of the functions that a browser runs. */
async function verdictOn(found: FoundExercise, code: string) {
  const { checks, work = null } = found.exercise;
  const evidence = await verifyProgram(programToVerify(found, code));
  if (evidence === null) throw new Error("The verifier is busy with other programs than this test's.");
  const verdict = gradeExercise({ checks, work, evidence });
  const browsers = gradeExercise({ checks, work, evidence: await asInBrowser(found, code) });
  expect(verdict).toEqual(browsers);
  return verdict;
}

async function asInBrowser({ id, exercise, starters }: FoundExercise, code: string) {
  const view = <Named extends { name: string }>(named: Named) => ({ ...named, nameHtml: named.name });
  const checks = planCheck({
    checks: exercise.checks
      .filter(({ hidden }) => !hidden)
      .map((check) => view({ ...caseOf(check), name: check.name })),
    work: exercise.work === undefined ? null : view(exercise.work),
    starter: (starters.javascript ?? "").trimEnd(),
    fetched: {
      checks: exercise.checks
        .filter(({ hidden }) => hidden)
        .map((check) => view({ ...caseOf(check), name: check.name })),
      checkCode: null,
    },
    seed: 1,
  });
  const program = { path: `${id}.js`, code };
  const { process } = await openProcess({ program });
  const { machine, openMachine } = process;
  const end = await runProgram(process, program);
  if (end.outcome !== "finished") return { cases: [], work: null };
  return checkProgram({ machine, program, checks, openMachine }).evidence;
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

/** What is told of work is the page's sentence, which the journeys read. */
const isTold = (verdict: ExerciseVerdict, { check, message }: PromisedFailure) =>
  check === "work"
    ? verdict.work?.outcome !== "passed"
    : verdict.checks.some(
        ({ id, outcome, message: told }) =>
          id === check && outcome === "failed" && told?.includes(message) === true,
      );
