import type { Run } from "./run";
import type { RunRequest } from "./run-request";

/** Several runs, one after the other: asks for the next one, is told how it went, and gives in the end what it found. */
export type RunPlan<Found> = Iterator<RunRequest, Found, Run>;
