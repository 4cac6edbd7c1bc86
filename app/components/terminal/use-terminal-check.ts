import { useCallback, useEffect, useRef, useState } from "react";
import type { openLooks, TerminalLook } from "./terminal-look";
import type { MistakeView, StepView } from "./terminal";
import type { Linux } from "./use-linux";

type Looks = ReturnType<typeof openLooks>;

/** On a machine this slow a look is felt by what runs there. */
const LOOK_AGAIN_AFTER_MS = 3_000;

const NOT_FETCHED = "Part of this page could not be fetched. Check your connection, then press Check.";

/** Looks into a terminal's machine, says what was reached, and hands it in once all was, or at Check. */
export function useTerminalCheck({
  id,
  title,
  windows,
  steps,
  mistakes,
  linux,
}: {
  id: string;
  title: string;
  windows: number;
  steps: readonly StepView[];
  mistakes: readonly MistakeView[];
  linux: Linux;
}) {
  const [looked, setLooked] = useState<(TerminalLook & { readonly looks: Looks }) | null>(null);
  const [failedIn, setFailedIn] = useState<Looks | null>(null);
  const [tries, setTries] = useState(0);
  const [isChecking, setChecking] = useState(false);
  const [notice, setNotice] = useState("");
  const { machine, prompts } = linux;
  const [looks, setLooks] = useState<Looks | null>(null);
  useEffect(() => {
    if (machine === null || steps.length === 0) return undefined;
    let isOver = false;
    const open = async () => {
      try {
        const fetched = await import("./machine-parts");
        if (!isOver) setLooks(fetched.openLooks({ machine, rubric: { steps, mistakes }, windows }));
      } catch {
        if (!isOver) setNotice(NOT_FETCHED);
      }
    };
    void open();
    return () => {
      isOver = true;
      setLooks(null);
    };
  }, [machine, steps, mistakes, windows]);
  const current = useRef(looks);
  useEffect(() => {
    current.current = looks;
  });

  const handIn = useCallback(
    async (found: TerminalLook) => {
      const fetched = await import("./machine-parts").catch(() => null);
      if (fetched === null) setNotice(NOT_FETCHED);
      else await fetched.handInTerminal({ id, title, steps, look: found, onNotice: setNotice });
    },
    [id, title, steps],
  );

  const handedIn = useRef<TerminalLook | null>(null);
  const look = useCallback(async () => {
    if (looks === null) return null;
    try {
      const found = await looks.look();
      if (current.current !== looks) return null;
      setLooked({ ...found, looks });
      if (found.completes && handedIn.current !== found) {
        handedIn.current = found;
        void handIn(found);
      }
      return found;
    } catch (error) {
      if (current.current === looks) setNotice(error instanceof Error ? error.message : String(error));
      return null;
    }
  }, [looks, handIn]);

  const answered = useRef<{ readonly looks: Looks | null; readonly prompts: number } | null>(null);
  useEffect(() => {
    if (answered.current?.looks === looks && answered.current.prompts === prompts) return;
    answered.current = { looks, prompts };
    void look();
  }, [looks, look, prompts]);

  const standing = looked?.standing ?? null;
  const latest = looked?.looks === looks ? looked : null;
  useEffect(() => {
    if (latest?.waits !== true) return undefined;
    let isDue = false;
    const lookIfSeen = () => {
      if (isDue && document.visibilityState === "visible") void look();
    };
    const timer = setTimeout(() => {
      isDue = true;
      lookIfSeen();
    }, LOOK_AGAIN_AFTER_MS);
    document.addEventListener("visibilitychange", lookIfSeen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", lookIfSeen);
    };
  }, [latest, look]);

  const isPassed = looked?.isComplete === true;
  return {
    standing,
    /** What the last look found; null before the first one, and while it is another machine's. */
    latest,
    told: mistakes.filter(({ id: mistake }) => looked?.told.includes(mistake)),
    verdict: isPassed
      ? ("passed" as const)
      : failedIn !== null && failedIn === looks
        ? ("failed" as const)
        : null,
    notice,
    tries,
    canCheck: looks !== null && !isChecking,
    async check() {
      setTries((count) => count + 1);
      setNotice("");
      setFailedIn(null);
      setChecking(true);
      const found = await look();
      setChecking(false);
      if (found === null) return;
      setFailedIn(looks);
      if (!found.completes) void handIn(found);
    },
    /** The machine is thrown away, and all that was reached on it. */
    forget() {
      setLooked(null);
      setFailedIn(null);
      setNotice("");
    },
  };
}
