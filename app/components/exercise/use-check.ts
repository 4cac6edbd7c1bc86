import { useRef, useState } from "react";
import type { Workbench } from "@/app/components/cell/use-workbench";
import type { SizedArgument } from "@/lib/course/sized-argument";
import type { ExerciseVerdict } from "@/lib/grading/exercise-verdict";
import type { GrowthBounds } from "@/lib/grading/grade-growth";
import type { WorkBounds } from "@/lib/grading/grade-work";
import type { CallCase, CheckCase } from "@/lib/run/check-plan";
import type { HiddenCheck } from "./exercise-service";
import { mayBeUnfinished } from "./unfinished-key";
import { useAgain } from "./use-again";

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

/** What only Check needs is no part of the page. */
const loadChecking = () => import("./run-check");

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
  /** Where the browser keeps nothing: a check of this page waits to be made again. */
  const isKept = useRef(false);

  const check = async () => {
    latest.current += 1;
    const own = latest.current;
    isChecking.current = true;
    setPreparing(true);
    setChecked(null);
    setNotice("");
    try {
      const { runCheck } = await loadChecking();
      await runCheck({
        id,
        page,
        title,
        checks,
        work,
        growth,
        workbench,
        isLatest: () => own === latest.current,
        onPrepared: () => setPreparing(false),
        onChecked: setChecked,
        onNotice: setNotice,
        onUnfinished: () => (isKept.current = true),
      });
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
      if (isChecking.current || !(isKept.current || mayBeUnfinished(id))) return;
      const { isDue } = await loadChecking();
      if ((await isDue({ exercise: id, language, code })) && !isChecking.current) await check();
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
