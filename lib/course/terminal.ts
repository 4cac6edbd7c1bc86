import * as z from "zod";
import { LINUX_WINDOWS } from "@/lib/run/linux-windows";
import { criterionProblem, terminalCriterion } from "./terminal-criterion";
import { reportTerminal } from "./terminal-problems";

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "An id is lower case, with hyphens");
const Text = z.string().min(1);

const withOneCriterion = <Shape extends z.ZodObject<typeof terminalCriterion>>(schema: Shape) =>
  schema.superRefine((criterion, context) => {
    const message = criterionProblem(criterion);
    if (message !== null) context.addIssue({ code: "custom", message });
  });

/** Something to reach on the machine. */
const TerminalStep = withOneCriterion(
  z.strictObject({
    id: Id,
    name: Text.describe("What the learner reads in the list of checks (Markdown in one line)"),
    ...terminalCriterion,
  }),
);
export type TerminalStep = z.infer<typeof TerminalStep>;

/** What often goes wrong: it is told, and costs nothing. */
const TerminalMistake = withOneCriterion(
  z.strictObject({
    id: Id,
    message: Text.describe("What the learner is told (Markdown in one line)"),
    ...terminalCriterion,
  }),
);
export type TerminalMistake = z.infer<typeof TerminalMistake>;

const Commands = z.array(Text).min(1);

/** A plausible mistake, the step that it does not reach, and a part of what the learner who makes it must be told. */
const WrongCommands = z.strictObject({ commands: Commands, misses: Id, message: Text });

/** `terminals/<id>/terminal.yaml` */
export const TerminalFile = z
  .strictObject({
    title: Text,
    task: Text.optional().describe("Markdown: what is given, what to do, the target"),
    windows: z.int().min(1).max(LINUX_WINDOWS).default(1),
    setup: z.string().default("").describe("Shell, run once by the machine as root when it starts fresh"),
    steps: z.array(TerminalStep).default([]),
    mistakes: z.array(TerminalMistake).default([]),
    hints: z.array(Text).default([]),
    solution: z
      .array(Text)
      .default([])
      .describe("Commands in their order, each one that comes back to the prompt"),
    explanation: Text.optional().describe("Markdown shown with the solution"),
    wrongAnswers: z.array(WrongCommands).default([]),
  })
  .superRefine(reportTerminal);
export type TerminalFile = z.infer<typeof TerminalFile>;
