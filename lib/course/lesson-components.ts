import * as z from "zod";
import { Language } from "@/lib/run/language";
import { Limits } from "@/lib/run/limits";
import { DiskSettings, MachineSettings } from "@/lib/run/machine-settings";
import { SimulatorAttributes } from "./simulator-attributes";

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "An id is lower case, with hyphens");
const Text = z.string().min(1);

/** What a lesson may use beside Markdown, and the attributes each component takes. */
export const lessonComponents = {
  Cell: z.strictObject({
    id: Id,
    title: Text,
    after: Id.optional(),
    files: Id.optional().describe("The name of a folder in files/ beside the lesson: what the program finds"),
    grows: z
      .string()
      .regex(/^[a-z_]\w*$/i, "It is a name, as the program has it")
      .optional()
      .describe("The name whose line `name = <whole number>` says how large the program's input is"),
    processes: MachineSettings.shape.processes,
    /** What each copy waits for the simulated disk, in milliseconds. */
    latency: DiskSettings.shape.latencyMs,
    timeoutMs: Limits.shape.timeoutMs,
  }),
  Exercise: z.strictObject({ id: Id }),
  Terminal: z.strictObject({ id: Id }),
  Predict: z
    .strictObject({
      id: Id,
      question: Text,
      options: z.array(Text).min(2),
      answer: z.int().nonnegative(),
    })
    .refine(({ answer, options }) => answer < options.length, {
      path: ["answer"],
      message: "There is no option with this number; the first is 0",
    }),
  Simulator: SimulatorAttributes,
  /** The page fetches itself, as programs of the machine have no network. */
  PageFetch: z.strictObject({ title: Text }),
  Quiz: z.strictObject({ module: Id }),
  Note: z.strictObject({}),
  Remember: z.strictObject({}),
  Tomorrow: z.strictObject({}),
  Sheet: z.strictObject({ title: Text }),
} satisfies Record<string, z.ZodType>;

export type LessonComponent = keyof typeof lessonComponents;

export const isLessonComponent = (name: string): name is LessonComponent =>
  Object.hasOwn(lessonComponents, name);

/** Plain elements that text may need and Markdown does not have. */
const textElementNames = "abbr br details figcaption figure kbd mark small sub summary sup var";
export const textElements = new Set(textElementNames.split(" "));

/** One language's version of a cell, as the page gets it. */
export const CellSource = z.strictObject({
  language: Language,
  code: z.string(),
});
export type CellSource = z.infer<typeof CellSource>;
