import { submit } from "@/app/components/exercise/exercise-service";
import { heldUpNotice, NOT_HANDED_IN } from "@/app/components/exercise/submission-notice";
import { evidenceOf, type TerminalRubric } from "@/lib/grading/grade-terminal";
import { newId } from "@/lib/run/new-id";
import { enteredCommands } from "./entered-commands";
import type { TerminalLook } from "./terminal-look";

/** Hands in what a look found; what is to be said of that goes to `onNotice`, nothing where all went well. */
export async function handInTerminal({
  id,
  title,
  steps,
  look: { evidence, standing },
  onNotice,
}: {
  id: string;
  title: string;
  steps: TerminalRubric["steps"];
  look: TerminalLook;
  onNotice: (notice: string) => void;
}): Promise<void> {
  const submission = {
    submissionId: newId(),
    exercise: id,
    language: "shell" as const,
    code: enteredCommands(evidence),
    evidence: evidenceOf({ steps }, standing),
  };
  const onHeldUp = (message: string | null) => onNotice(heldUpNotice(message));
  const answer = await submit(submission, { title, onHeldUp });
  if (answer.outcome === "answered") onNotice("");
  else onNotice(answer.outcome === "offline" ? NOT_HANDED_IN : answer.message);
}
