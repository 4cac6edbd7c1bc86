import * as z from "zod/mini";

/**
 * What runs a program where it is not the language's own interpreter: `browser` is the engine on which the browser runs
 * JavaScript itself, for comparing speed and never for grading.
 */
export const Engine = z.literal("browser");
export type Engine = z.infer<typeof Engine>;
