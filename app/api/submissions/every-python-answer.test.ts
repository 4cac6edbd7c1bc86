import path from "node:path";
import { expect, test } from "vitest";
import { planCheck } from "@/app/components/exercise/plan-check";
import { readExercises, type FoundExercise } from "@/lib/course/find-exercise.server";
import { gradeExercise } from "@/lib/grading/grade-exercise";
import { openOutputWriter } from "@/lib/machine/output-writer";
import type { FromProcess } from "@/lib/machine/process-message";
import { placeProgram } from "@/lib/machine/program-files";
import { bootInNode } from "@/lib/python/boot-in-node";
import { runInPython } from "@/lib/python/run-in-python";
import { caseOf, isTestCase } from "@/lib/run/check-case";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";
import { isTold } from "./told-for-tests";

const booted = await bootInNode();
const output = openOutputWriter({ ring: null, outputLimitBytes: 0, send: () => {} });

// An author's own tests need the machine's processes: those are tried by the journeys, in a browser.
const { exercises } = await readExercises();
const inPython = [...exercises.values()].filter(
  ({ languages, exercise }) => languages.includes("python") && !exercise.checks.some(isTestCase),
);

/** What one answer has left behind, the next one must not find. */
const emptyHome = () =>
  void booted.python.runPython(`
import os, shutil
for entry in list(os.scandir("/home/learner")):
    if entry.is_dir(follow_symlinks=False): shutil.rmtree(entry.path)
    else: os.unlink(entry.path)
`);

async function verdictOn({ id, exercise, starters, files }: FoundExercise, code: string) {
  const { checks, work = null, growth = null } = exercise;
  const view = <Named extends { name: string }>(named: Named) => ({ ...named, nameHtml: named.name });
  const viewed = (hidden: boolean) =>
    checks
      .filter((check) => check.hidden === hidden)
      .map((check) => view({ ...caseOf(check), name: check.name }));
  const plan = planCheck({
    checks: viewed(false),
    work: work === null ? null : view(work),
    growth: growth === null ? null : view(growth),
    starter: (starters.python ?? "").trimEnd(),
    fetched: { checks: viewed(true), checkCode: null },
    seed: 1,
  });
  const messages: FromProcess[] = [];
  const send = (message: FromProcess) => void messages.push(message);
  const placed = { program: { path: `${id}.py`, code }, before: [], files: [...files] };
  emptyHome();
  placeProgram(booted.kernel.files, placed);
  await runInPython(
    { ...booted, output, send, waitedMs: () => 0 },
    {
      ...placed,
      language: "python",
      settings: MachineSettings.parse({}),
      limits: Limits.parse({}),
      checks: plan,
    },
  );
  const told = messages.find((message) => message.type === "evidence");
  if (told === undefined) throw new Error(`${id}: the file could not be loaded, so nothing was checked.`);
  return gradeExercise({ checks, work, growth, evidence: told.evidence });
}

test("there are exercises in Python whose work is counted", () => {
  const isCounted = ({ exercise }: FoundExercise) => (exercise.work ?? exercise.growth) !== undefined;
  expect(inPython.filter(isCounted).length).toBeGreaterThan(1);
});

test.each(inPython)("the solution of $id passes", async (found) => {
  expect(await verdictOn(found, await found.solution("python"))).toMatchObject({ outcome: "passed" });
});

test.each(inPython)("the starter of $id fails", async (found) => {
  expect(await verdictOn(found, found.starters.python ?? "")).toMatchObject({ outcome: "failed" });
});

const wrongAnswers = inPython.flatMap((found) =>
  found.wrongAnswers
    .filter(({ language }) => language === "python")
    .map((answer) => ({ name: `${found.id}/wrong/${path.basename(answer.file)}`, found, answer })),
);

test.each(wrongAnswers)("$name fails, and is told why", async ({ found, answer }) => {
  const verdict = await verdictOn(found, answer.code);
  expect(verdict.outcome).toBe("failed");
  expect(answer.fails.filter((promised) => !isTold(verdict, promised))).toEqual([]);
});
