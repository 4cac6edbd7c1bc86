import { useRef, useState } from "react";
import type { Workbench } from "@/app/components/cell/use-workbench";
import type { SizedArgument } from "@/lib/course/sized-argument";
import type { ExerciseVerdict } from "@/lib/grading/exercise-verdict";
import { isVerified } from "@/lib/grading/is-verified";
import type { GrowthBounds } from "@/lib/grading/grade-growth";
import type { WorkBounds } from "@/lib/grading/grade-work";
import { isTestCase } from "@/lib/run/check-case";
import type { CallCase, CheckCase } from "@/lib/run/check-plan";
import type { Evidence } from "@/lib/run/evidence";
import { newId } from "@/lib/run/new-id";
import { newSeed } from "@/lib/run/new-seed";
import type { HiddenCheck } from "./exercise-service";
import { isSameOutcome } from "./is-same-outcome";
import { heldUpNotice, NOT_HANDED_IN } from "./submission-notice";
import { useAgain } from "./use-again";
import { forgetUnfinished, isUnfinished, keepUnfinished } from "./unfinished-check";

export type ExerciseCheckView = CheckCase & { readonly nameHtml: string };
export type WorkView = Pick<CallCase, "call" | "arguments"> & WorkBounds & { readonly nameHtml: string };
export type GrowthView = GrowthBounds & {
  readonly nameHtml: string;
  readonly call: string;
  readonly sizes: readonly number[];
  readonly arguments: readonly SizedArgument[];
};

/** The last verdict, with the code it is about. */
export type Checked = {
  readonly code: string;
  readonly hidden: readonly HiddenCheck[];
  readonly verdict: ExerciseVerdict;
};

const OTHER_VERDICT =
  "The server ran this program again and found something else than your browser did. What is shown here is what the server found.";

const nothingFound: Evidence = { cases: [], work: null };

/** What only Check needs is no part of the page. */
async function loadChecking() {
  const [service, { planCheck }, { gradeExercise }] = await Promise.all([
    import("./exercise-service"),
    import("./plan-check"),
    import("@/lib/grading/grade-exercise"),
  ]);
  return { service, planCheck, gradeExercise };
}

/** Check: fetches the hidden checks, gathers evidence in a run, grades it at once and hands it in. */
export function useCheck({
  id,
  page,
  title,
  checks,
  work,
  growth,
  workbench,
}: {
  id: string;
  page: string;
  title: string;
  checks: readonly ExerciseCheckView[];
  work: WorkView | null;
  growth: GrowthView | null;
  workbench: Workbench;
}) {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [notice, setNotice] = useState("");
  const [isPreparing, setPreparing] = useState(false);
  // What a check is told late is not shown over the one after it.
  const latest = useRef(0);
  const isChecking = useRef(false);

  const check = async () => {
    const { language, code, variant } = workbench;
    latest.current += 1;
    const own = latest.current;
    const isLatest = () => own === latest.current;
    isChecking.current = true;
    setPreparing(true);
    setChecked(null);
    setNotice("");
    try {
      const { service, planCheck, gradeExercise } = await loadChecking();
      const answer = await service.fetchChecks(id, language);
      const fetched = answer.outcome === "answered" ? answer.value : null;
      const hidden = fetched?.checks ?? [];
      setPreparing(false);
      const plan = planCheck({ checks, work, growth, starter: variant.code, fetched, seed: newSeed() });
      const run = plan.cases.length === 0 ? null : await workbench.start(plan);
      if (run?.state === "stopped") return;
      const evidence = run?.evidence ?? nothingFound;
      const rubric = [...checks.map((each) => ({ id: each.id, name: each.id })), ...hidden];
      const verdict = gradeExercise({ checks: rubric, work, growth, evidence });
      setChecked({ code, hidden, verdict });
      if (answer.outcome === "refused") return setNotice(answer.message);
      const isOffline = answer.outcome === "offline";
      if (isOffline)
        setNotice(`${partNotice(checks)} ${isVerified(language) ? HANDED_IN_LATER : CHECKED_LATER}`);
      if (isOffline && !isVerified(language))
        return keepUnfinished({ exercise: id, language, code, page, title });
      forgetUnfinished(id);
      const submission = { submissionId: newId(), exercise: id, language, code, evidence };
      const onHeldUp = (message: string | null) => {
        if (isLatest() && !isOffline) setNotice(heldUpNotice(message));
      };
      const handedIn = await service.submit(submission, { title, onHeldUp });
      if (!isLatest()) return;
      if (handedIn.outcome !== "answered") {
        setNotice(handedIn.outcome === "offline" ? NOT_HANDED_IN : handedIn.message);
        return;
      }
      // What it says of the hidden ones can only now be named.
      const named = isOffline ? await service.fetchChecks(id, language) : answer;
      const told = named.outcome === "answered" ? named.value.checks : [];
      if (!isLatest()) return;
      setChecked({ code, hidden: told, verdict: handedIn.value.verdict });
      setNotice(isOffline || isSameOutcome(verdict, handedIn.value.verdict) ? "" : OTHER_VERDICT);
    } catch {
      setNotice("Part of this page could not be fetched. Check your connection, then press Check again.");
    } finally {
      isChecking.current = false;
      setPreparing(false);
    }
  };

  useAgain({
    isReady: workbench.draft.isOpen,
    async act() {
      const { language, code } = workbench;
      if (isChecking.current || !isUnfinished({ exercise: id, language, code })) return;
      const { service } = await loadChecking();
      // A browser that says it is online may be wrong.
      const { outcome } = await service.fetchChecks(id, language);
      if (outcome !== "offline" && !isChecking.current) await check();
    },
  });

  return {
    checked,
    notice,
    /** Fetches what Check needs, so that the visible checks run without a connection too; a failure shows at the press. */
    prepare: () => void loadChecking().catch(() => {}),
    isPreparing,
    check,
    forget() {
      latest.current += 1;
      setChecked(null);
      setNotice("");
    },
  };
}

const HANDED_IN_LATER =
  "Your work is kept on this device and is handed in by itself once you are connected, whichever page you are on: the server runs all checks then.";
const CHECKED_LATER =
  "Nothing was handed in: this is checked again by itself once you are connected and this page is open.";

const partNotice = (checks: readonly ExerciseCheckView[]) =>
  checks.some(isTestCase)
    ? "Offline: the checks that were not run come from the server."
    : "Offline: only the visible checks were run.";
