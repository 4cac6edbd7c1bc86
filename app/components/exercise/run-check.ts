import type { Workbench } from "@/app/components/cell/use-workbench";
import { gradeExercise } from "@/lib/grading/grade-exercise";
import { isVerified } from "@/lib/grading/is-verified";
import { isTestCase } from "@/lib/run/check-case";
import type { Evidence } from "@/lib/run/evidence";
import { newId } from "@/lib/run/new-id";
import { newSeed } from "@/lib/run/new-seed";
import { fetchChecks, submit } from "./exercise-service";
import { isSameOutcome } from "./is-same-outcome";
import { planCheck } from "./plan-check";
import { heldUpNotice, NOT_HANDED_IN } from "./submission-notice";
import { forgetUnfinished, isUnfinished, keepUnfinished, type CheckedCode } from "./unfinished-check";
import type { Checked, ExerciseCheckView, GrowthView, WorkView } from "./use-check";

const OTHER_VERDICT =
  "The server ran this program again and found something else than your browser did. What is shown here is what the server found.";
const HANDED_IN_LATER =
  "Your work is kept on this device and is handed in by itself once you are connected, whichever page you are on: the server runs all checks then.";
const CHECKED_LATER =
  "Nothing was handed in: this is checked again by itself once you are connected and this page is open.";

const nothingFound: Evidence = { cases: [], work: null };

/** One press of Check: fetches the hidden checks, gathers evidence in a run, grades it at once and hands it in. */
export async function runCheck({
  id,
  page,
  title,
  checks,
  work,
  growth,
  workbench,
  isLatest,
  onPrepared,
  onChecked,
  onNotice,
  onUnfinished,
}: {
  id: string;
  page: string;
  title: string;
  checks: readonly ExerciseCheckView[];
  work: WorkView | null;
  growth: GrowthView | null;
  workbench: Workbench;
  /** Whether no later press has begun: what it is told late is not shown over that. */
  isLatest: () => boolean;
  onPrepared: () => void;
  onChecked: (checked: Checked) => void;
  onNotice: (notice: string) => void;
  /** It is to be made again, once there is a connection. */
  onUnfinished: () => void;
}): Promise<void> {
  const { language, code, variant } = workbench;
  const answer = await fetchChecks(id, language);
  const fetched = answer.outcome === "answered" ? answer.value : null;
  const hidden = fetched?.checks ?? [];
  onPrepared();
  const plan = planCheck({ checks, work, growth, starter: variant.code, fetched, seed: newSeed() });
  const run = plan.cases.length === 0 ? null : await workbench.start(plan);
  if (run?.state === "stopped") return;
  const evidence = run?.evidence ?? nothingFound;
  const verdict = gradeExercise({ checks: [...checks, ...hidden], work, growth, evidence });
  const isOffline = answer.outcome === "offline";
  const isHandedIn = answer.outcome === "answered" || (isOffline && isVerified(language));
  // What is handed in is told once it is on the device: whoever then leaves the page loses nothing.
  if (!isHandedIn) onChecked({ code, hidden, verdict });
  if (answer.outcome === "refused") return onNotice(answer.message);
  if (isOffline) onNotice(`${partNotice(checks)} ${isVerified(language) ? HANDED_IN_LATER : CHECKED_LATER}`);
  if (!isHandedIn) {
    keepUnfinished({ exercise: id, language, code, page, title });
    return onUnfinished();
  }
  const onKept = () => {
    forgetUnfinished(id);
    if (isLatest()) onChecked({ code, hidden, verdict });
  };
  const submission = { submissionId: newId(), exercise: id, language, code, evidence };
  const onHeldUp = (message: string | null) => {
    if (isLatest() && !isOffline) onNotice(heldUpNotice(message));
  };
  const handedIn = await submit(submission, { title, onKept, onHeldUp });
  if (!isLatest()) return;
  if (handedIn.outcome !== "answered")
    return onNotice(handedIn.outcome === "offline" ? NOT_HANDED_IN : handedIn.message);
  // What it says of the hidden ones can only now be named.
  const named = isOffline ? await fetchChecks(id, language) : answer;
  const told = named.outcome === "answered" ? named.value.checks : [];
  if (!isLatest()) return;
  onChecked({ code, hidden: told, verdict: handedIn.value.verdict });
  onNotice(isOffline || isSameOutcome(verdict, handedIn.value.verdict) ? "" : OTHER_VERDICT);
}

/** Whether this very code was to be checked, and can be now: a browser that says it is online may be wrong. */
export async function isDue(checked: CheckedCode): Promise<boolean> {
  if (!isUnfinished(checked)) return false;
  return (await fetchChecks(checked.exercise, checked.language)).outcome !== "offline";
}

const partNotice = (checks: readonly ExerciseCheckView[]) =>
  checks.some(isTestCase)
    ? "Offline: the checks that were not run come from the server."
    : "Offline: only the visible checks were run.";
