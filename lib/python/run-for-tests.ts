import type { OutputStream } from "@/lib/run/run-event";
import type { ProgramFile } from "@/lib/run/run-request";
import type { bootInNode } from "./boot-in-node";

type Booted = Awaited<ReturnType<typeof bootInNode>>;

const textOf = (said: ReturnType<Booted["heard"]>, wanted: OutputStream) =>
  said.map(({ stream, text }) => (stream === wanted ? text : "")).join("");

/**
 * Executes a file in a process that goes on afterwards, as earlier files of a notebook are: nothing is wound up. Gives
 * what it printed, and an error's traceback.
 */
export async function executeIn({ runtime, heard, broken }: Booted, code: string) {
  heard();
  const { end, traceback } = await Promise.race([runtime.replay([{ path: "caesar.py", code }]), broken]);
  const said = heard();
  return { end, stdout: textOf(said, "stdout"), stderr: textOf(said, "stderr") + traceback };
}

/** Runs a program after the files before it, and gives how it ended and what it said. */
export async function runIn({ runtime, heard, broken }: Booted, code: string, before: ProgramFile[] = []) {
  await runtime.replay(before);
  heard();
  const report = await Promise.race([runtime.run({ path: "caesar.py", code }), broken]);
  const said = heard();
  const saidTo = (wanted: string) => said.map(({ stream, text }) => (stream === wanted ? text : "")).join("");
  return { ...report, said, stdout: saidTo("stdout"), stderr: saidTo("stderr") };
}
