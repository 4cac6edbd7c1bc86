import * as z from "zod/mini";

/** How the figures came about: `recorded` is what a real program printed, an `example` was made up for the question. */
const Label = z.enum(["measured", "counted", "simulated", "recorded", "example"]);
const Text = z.string().check(z.minLength(1));
const Quantity = z.number().check(z.nonnegative());

/** A picture of one or more series; the browser draws it and gives the same figures as a table. */
export const PlotStimulus = z.strictObject({
  kind: z.literal("plot"),
  caption: Text,
  label: Label,
  scale: z._default(z.enum(["linear", "logarithmic"]), "linear"),
  x: Text,
  y: Text,
  series: z
    .array(
      z.strictObject({
        name: Text,
        points: z.array(z.tuple([Quantity, Quantity])).check(z.minLength(2), z.maxLength(40)),
      }),
    )
    .check(z.minLength(1), z.maxLength(4)),
});
export type PlotStimulus = z.infer<typeof PlotStimulus>;

/** A function profile: how often each was called, and how long its own lines and all it called took. */
export const ProfileStimulus = z.strictObject({
  kind: z.literal("profile"),
  caption: Text,
  label: Label,
  unit: z.enum(["ms", "s", "steps"]),
  rows: z
    .array(
      z.strictObject({
        function: Text,
        calls: z.int().check(z.positive()),
        own: Quantity,
        total: Quantity,
      }),
    )
    .check(z.minLength(2), z.maxLength(12)),
});
export type ProfileStimulus = z.infer<typeof ProfileStimulus>;

/** What a terminal showed; lines that begin with `$ ` were typed. */
export const TerminalStimulus = z.strictObject({
  kind: z.literal("terminal"),
  caption: Text,
  label: Label,
  text: Text,
});
export type TerminalStimulus = z.infer<typeof TerminalStimulus>;

const CodeStimulus = z.strictObject({
  kind: z.literal("code"),
  language: z.enum(["python", "javascript", "shellscript", "sql", "text"]),
  text: Text,
});

/** What a question shows beside its text, as the author wrote it. */
export const Stimulus = z.discriminatedUnion("kind", [
  PlotStimulus,
  ProfileStimulus,
  TerminalStimulus,
  CodeStimulus,
]);
export type Stimulus = z.infer<typeof Stimulus>;

/** The same as the browser gets it: code comes highlighted. */
export const StimulusView = z.discriminatedUnion("kind", [
  PlotStimulus,
  ProfileStimulus,
  TerminalStimulus,
  z.strictObject({ kind: z.literal("code"), html: z.string() }),
]);
export type StimulusView = z.infer<typeof StimulusView>;
