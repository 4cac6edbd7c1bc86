import * as z from "zod/mini";
import { ProgramFile } from "@/lib/run/run-request";

/** What a worker of a `Pool` is started with: what to load, and the pipes by which it hears and answers. */
export const WorkerTask = z.strictObject({
  program: ProgramFile,
  before: z.array(ProgramFile),
  tasks: z.int(),
  results: z.int(),
});
export type WorkerTask = z.infer<typeof WorkerTask>;

export const encodeWorkerTask = (task: WorkerTask) => new TextEncoder().encode(JSON.stringify(task));

export const decodeWorkerTask = (payload: Uint8Array) =>
  WorkerTask.parse(JSON.parse(new TextDecoder().decode(payload)));
