import type { Run } from "./run";
import type { RunRequest } from "./run-request";

/** Several runs, one after the other: gives the next request, and is told how the one before it went. */
export type RunPlan = Iterator<RunRequest, void, Run>;
