import * as z from "zod";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";
import { RunBounds } from "@/lib/run/run-bounds";
import { Argument, FunctionName } from "./call-arguments";
import { GrowthCriterion } from "./growth-criterion";
import { WorkCriterion } from "./work-criterion";

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "An id is lower case, with hyphens");

const AnyCheck = z.strictObject({
  id: Id,
  name: z.string().min(1).describe("What the learner reads in the list of checks (Markdown in one line)"),
  hidden: z.boolean().default(false).describe("Sent to the browser only when the learner presses Check"),
});

/** A call of the learner's function and what it must give; one definition for every language. */
const CallCheck = AnyCheck.extend({ call: FunctionName, arguments: z.array(Argument), returns: z.json() });

/** For what a call cannot show: a function in the exercise's `check.py` and `check.js` that judges the learner's file. */
const TestCheck = AnyCheck.extend({ test: FunctionName });

/** How a run of the learner's file as a script stands to the starter's, to its own waits, to the disk. */
const RunCheck = AnyCheck.extend({ run: RunBounds });

export const ExerciseCheck = z.union([CallCheck, TestCheck, RunCheck]);
export type ExerciseCheck = z.infer<typeof ExerciseCheck>;

/** A check that must fail, and a part of what it then says; `work` and `growth` stand for the criteria about speed. */
const StarterFails = z.strictObject({ check: Id, message: z.string().min(1) });

/** `exercises/<id>/exercise.yaml` */
export const ExerciseFile = z
  .strictObject({
    title: z.string().min(1),
    task: z.string().min(1).describe("Markdown: what is given, what to do, the target"),
    checks: z.array(ExerciseCheck).min(1),
    work: WorkCriterion.optional(),
    growth: GrowthCriterion.optional(),
    hints: z.array(z.string().min(1)).min(2, "At least two hints, from a nudge to nearly there"),
    explanation: z.string().min(1).describe("Markdown shown with the solution"),
    limits: z.preprocess((limits) => limits ?? {}, Limits),
    machine: z.preprocess((machine) => machine ?? {}, MachineSettings),
    starterFails: StarterFails.optional().describe("What Check must say of the starter"),
  })
  .refine(({ checks }) => checks.some(({ hidden }) => !hidden), {
    path: ["checks"],
    message: "At least one check must be visible",
  })
  .refine(({ checks }) => new Set(checks.map(({ id }) => id)).size === checks.length, {
    path: ["checks"],
    message: "Two checks have the same id",
  })
  .refine((exercise) => !exercise.starterFails || canFail(exercise, exercise.starterFails.check), {
    path: ["starterFails", "check"],
    message: "There is no check with this id",
  });
export type ExerciseFile = z.infer<typeof ExerciseFile>;

/** Whether an exercise has a check of this id; `work` and `growth` stand for its criteria about speed. */
export const canFail = ({ checks, ...criteria }: Failing, id: string) =>
  checks.some((check) => check.id === id) ||
  ((id === "work" || id === "growth") && criteria[id] !== undefined);

type Failing = {
  readonly checks: readonly { readonly id: string }[];
  readonly work?: unknown;
  readonly growth?: unknown;
};
