import { useState } from "react";
import type { Workbench } from "@/app/components/cell/use-workbench";
import type { GrowthClass } from "@/lib/measure/growth-class";
import type { Profile } from "@/lib/run/profile";
import { languages } from "@/lib/run/language-names";
import { sizeIn } from "@/lib/run/sized-program";
import { keepOnly, keepTimeline } from "./page-timelines";
import type { Profiled, Report } from "./report";

export type Opponent = { readonly name: string; readonly code: string };

/** A cell's instruments: what they do now, and what they found out last. */
export function useMeasuring({
  workbench,
  page,
  id,
  title,
}: {
  workbench: Workbench;
  page: string;
  id: string;
  title: string;
}) {
  const [report, setReport] = useState<Report | null>(null);
  const [progress, setProgress] = useState("");
  const [lastProfile, setLastProfile] = useState<Profiled | null>(null);
  const { language, code, follow } = workbench;
  const ledger = `lento:ledger:${page}:${id}:${language}`;

  /** Fetches what an instrument needs, has it measure, and shows what it found. */
  const measure = async <Parts>(
    fetchParts: () => Promise<Parts>,
    act: (parts: Parts) => Promise<Report | null>,
  ) => {
    setReport(null);
    const parts = await fetchParts().catch(() => null);
    if (parts === null)
      return setProgress("Part of this page could not be fetched. Check your connection, then try again.");
    try {
      setReport(await act(parts));
    } finally {
      setProgress("");
    }
  };

  // With its schema it is a tenth of a page, which a reader who measures nothing need not fetch.
  const fetchTiming = () => Promise.all([import("@/lib/measure/timing-plan"), import("./run-ledger")]);
  const timeVersions = (versions: readonly Opponent[]) =>
    void measure(fetchTiming, async ([{ timingPlan, TIMING_ROUNDS }, { writeLedger }]) => {
      const onRound = (round: number) =>
        setProgress(
          round === 0
            ? "Warming up: the first round does not count."
            : `Round ${round} of ${TIMING_ROUNDS.atMost} …`,
        );
      const timed = await follow((request) =>
        timingPlan(versions, {
          requestOf: (version) => ({ ...request, program: { ...request.program, code: version.code } }),
          onRound,
        }),
      );
      if (timed === null) return null;
      for (const version of timed) writeLedger(ledger, version);
      return { kind: "timing", code, versions: timed };
    });

  const own = { name: "This version", code };
  return {
    report,
    progress,
    /** Where the versions that were timed are kept. */
    ledger,
    timeIt: () => timeVersions([own]),
    race: (opponent: Opponent) => timeVersions([own, opponent]),
    profile: (mode: Profile["mode"]) =>
      void measure(
        () => Promise.resolve({}),
        async () => {
          setProgress("Profiling …");
          const profiled = await follow(function* (request) {
            const { profile } = yield { ...request, instrument: { kind: "profile", mode } };
            return profile === null ? null : { file: request.program.path, code, profile };
          });
          if (profiled === null) return null;
          setLastProfile(profiled);
          const before = lastProfile?.file === profiled.file ? lastProfile : null;
          return { kind: "profile", before, ...profiled };
        },
      ),
    /** Watches what it holds while it runs. */
    remember: () =>
      void measure(
        () => Promise.resolve({}),
        async () => {
          setProgress("Watching the memory …");
          return follow(function* (request) {
            const { memory } = yield { ...request, instrument: { kind: "memory" } };
            return memory === null ? null : { kind: "memory", code, file: request.program.path, memory };
          });
        },
      ),
    /** Shows who did what when, under the timelines that the page's cells have had before. */
    timeline: () =>
      void measure(
        () => Promise.resolve({}),
        async () => {
          setProgress("Running it with notes for the timeline …");
          const found = await follow(function* (request) {
            const { timeline } = yield { ...request, instrument: { kind: "timeline" } };
            return timeline;
          });
          if (found === null) return null;
          const named = `${title} (${languages[language].name})`;
          const timelines = keepTimeline(page, { title: named, timeline: found });
          return { kind: "timeline", code, timelines };
        },
      ),
    /** Leaves the last timeline alone in the picture, now and for those to come. */
    forgetEarlier() {
      if (report?.kind !== "timeline") return;
      const last = report.timelines.at(-1) ?? report.timelines[0];
      keepOnly(page, last);
      setReport({ ...report, timelines: [last] });
    },
    /** Runs it at rising sizes of what `sizeName` stands for. */
    grow({ sizeName, predicted }: { sizeName: string; predicted: GrowthClass | null }) {
      const from = sizeIn(code, sizeName);
      if (from === null) {
        setReport(null);
        return setProgress(
          `The program has no line “${sizeName} = …” with a whole number, which could be made to grow. Write it again.`,
        );
      }
      return void measure(
        () => import("@/lib/measure/growth-plan"),
        async ({ growthPlan }) => {
          const onSize = (size: number) => setProgress(`${sizeName} = ${size.toLocaleString("en")} …`);
          const points = await follow((request) => growthPlan(request, { name: sizeName, from, onSize }));
          return points === null || points.length < 2
            ? null
            : { kind: "growth", code, sizeName, points, predicted };
        },
      );
    },
    forget() {
      setReport(null);
      setProgress("");
    },
  };
}

export type Measuring = ReturnType<typeof useMeasuring>;
