import type { Profile } from "@/lib/run/profile";
import type { ProgramFile } from "@/lib/run/run-request";
import type { PythonProcess } from "./python-process";

/**
 * Runs the program watched and sends where its time went, however it ended, but where it broke the interpreter. Of
 * this process only: others that it starts run unwatched.
 */
export async function profileInPython(
  { runtime, output, send }: PythonProcess,
  program: ProgramFile,
  mode: Profile["mode"],
) {
  const report = await runtime.run(program, mode);
  const profile = await runtime.takeProfile();
  if (profile === null)
    output.write("stderr", "The program has left no memory to show its profile in. Give it less to do.\n");
  else send({ type: "profile", profile });
  return report;
}
