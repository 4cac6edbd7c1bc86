import * as z from "zod";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "An id is lower case, with hyphens");
const FunctionName = z.string().regex(/^[a-z_]\w*$/i, "This cannot be the name of a function");

const Times = z.int().positive().max(10_000);

/** A long text by its part: `{ repeat: "Some sentence. ", times: 800 }`. */
const RepeatedText = z
  .strictObject({ repeat: z.string().min(1), times: Times })
  .transform(({ repeat, times }) => repeat.repeat(times));

/** A long list by its part: `{ repeat: [417, 23], times: 50 }`. */
const RepeatedList = z
  .strictObject({ repeat: z.array(z.json()).min(1), times: Times })
  .transform(({ repeat, times }) => Array.from({ length: times }, () => repeat).flat());

const Argument = z.union([RepeatedText, RepeatedList, z.json()]);

const AnyCheck = z.strictObject({
  id: Id,
  name: z.string().min(1).describe("What the learner reads in the list of checks (Markdown in one line)"),
  hidden: z.boolean().default(false).describe("Sent to the browser only when the learner presses Check"),
});

/** A call of the learner's function and what it must give; one definition for every language. */
const CallCheck = AnyCheck.extend({ call: FunctionName, arguments: z.array(Argument), returns: z.json() });

/** For what a call cannot show: a function in the exercise's `check.py` and `check.js` that judges the learner's file. */
const TestCheck = AnyCheck.extend({ test: FunctionName });

export const ExerciseCheck = z.union([CallCheck, TestCheck]);
export type ExerciseCheck = z.infer<typeof ExerciseCheck>;

/** The criterion about speed: counted work as a share of the starter's, so that it holds on every machine. */
export const WorkCriterion = z
  .strictObject({
    name: z.string().min(1),
    call: FunctionName,
    arguments: z.array(Argument),
    atMost: z.number().positive().lt(1).describe("The largest share of the starter's count that passes"),
    atLeast: z.number().positive().describe("Below this share the work was hidden from the counter"),
  })
  .refine(({ atLeast, atMost }) => atLeast < atMost, { path: ["atLeast"], message: "Must be below atMost" });
export type WorkCriterion = z.infer<typeof WorkCriterion>;

/** A check that must fail, and a part of what it then says; `work` stands for the criterion about speed. */
const StarterFails = z.strictObject({ check: Id, message: z.string().min(1) });

/** `exercises/<id>/exercise.yaml` */
export const ExerciseFile = z
  .strictObject({
    title: z.string().min(1),
    task: z.string().min(1).describe("Markdown: what is given, what to do, the target"),
    checks: z.array(ExerciseCheck).min(1),
    work: WorkCriterion.optional(),
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

/** Whether an exercise has a check of this id; `work` stands for its criterion about speed. */
export const canFail = ({ checks, work }: Failing, id: string) =>
  checks.some((check) => check.id === id) || (id === WORK && work !== undefined);

type Failing = { readonly checks: readonly { readonly id: string }[]; readonly work?: unknown };
const WORK = "work";
