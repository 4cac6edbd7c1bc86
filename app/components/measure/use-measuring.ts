import { useState } from "react";
import type { Workbench } from "@/app/components/cell/use-workbench";
import type { GrowthClass } from "@/lib/measure/growth-class";
import type { GrowthPoint } from "@/lib/measure/growth-plan";
import { sizeIn } from "@/lib/run/sized-program";
import type { Profile } from "@/lib/run/profile";
import type { Profiled, Report, TimedVersion } from "./report";

type ProfileMode = Profile["mode"];

export type Opponent = { readonly name: string; readonly code: string };

/** A cell's instruments: what they do now, and what they found out last. */
export function useMeasuring({ workbench, page, id }: { workbench: Workbench; page: string; id: string }) {
  const [report, setReport] = useState<Report | null>(null);
  const [progress, setProgress] = useState("");
  const [lastProfile, setLastProfile] = useState<Profiled | null>(null);
  const { language, code } = workbench;
  const ledger = `lento:ledger:${page}:${id}:${language}`;

  /** What it gives is shown; a text says why there is nothing to show. */
  const measure = async (act: () => Promise<Report | string | null>) => {
    setReport(null);
    try {
      const found = await act();
      setProgress(typeof found === "string" ? found : "");
      if (typeof found !== "string") setReport(found);
    } catch {
      setProgress("Part of this page could not be fetched. Check your connection, then try again.");
    }
  };

  const timeVersions = (versions: readonly [Opponent, ...Opponent[]]) =>
    measure(async () => {
      const { timingPlan, TIMING_ROUNDS } = await import("@/lib/measure/timing-plan");
      const [own, ...others] = versions.map((version): TimedVersion => ({
        ...version,
        timed: { samplesMs: [], work: null },
      }));
      if (own === undefined) return null;
      const onRound = (round: number) =>
        setProgress(
          round === 0
            ? "Warming up: the first round does not count."
            : `Round ${round} of ${TIMING_ROUNDS.atMost} …`,
        );
      const last = await workbench.follow((request) =>
        timingPlan(
          [own, ...others].map(({ code: text }) => ({
            ...request,
            program: { ...request.program, code: text },
          })),
          { timed: [own, ...others].map(({ timed }) => timed), onRound },
        ),
      );
      if (last.state !== "done") return null;
      // With its schema it is a tenth of a page, which a reader who measures nothing need not fetch.
      const { writeLedger } = await import("./run-ledger");
      for (const version of [own, ...others]) writeLedger(ledger, await entryOf(version));
      return { kind: "timing", versions: [own, ...others] };
    });

  return {
    report,
    progress,
    /** Where the versions that were timed are kept. */
    ledger,
    timeIt: () => void timeVersions([{ name: "This version", code }]),
    race: (opponent: Opponent) => void timeVersions([{ name: "This version", code }, opponent]),
    profile: (mode: ProfileMode) =>
      void measure(async () => {
        setProgress("Profiling …");
        let file = "";
        const { profile } = await workbench.follow(function* (request) {
          file = request.program.path;
          yield { ...request, instrument: { kind: "profile", mode } };
        });
        if (profile === null) return null;
        const profiled = { file, code, profile };
        setLastProfile(profiled);
        return { kind: "profile", before: lastProfile?.file === file ? lastProfile : null, ...profiled };
      }),
    /** Runs it at rising sizes of what `sizeName` stands for. */
    grow: ({ sizeName, predicted }: { sizeName: string; predicted: GrowthClass | null }) =>
      void measure(async () => {
        const { growthPlan } = await import("@/lib/measure/growth-plan");
        const points: GrowthPoint[] = [];
        const from = sizeIn(code, sizeName);
        if (from === null)
          return `The program has no line “${sizeName} = …” with a whole number, which could be made to grow. Write it again.`;
        const onSize = (size: number) => setProgress(`${sizeName} = ${size.toLocaleString("en")} …`);
        await workbench.follow((request) => growthPlan(request, { name: sizeName, from, points, onSize }));
        if (points.length < 2) return null;
        return { kind: "growth", code, sizeName, points, predicted };
      }),
    forget() {
      setReport(null);
      setProgress("");
    },
  };
}

export type Measuring = ReturnType<typeof useMeasuring>;

async function entryOf({ code, timed: { samplesMs, work } }: TimedVersion) {
  const { median } = await import("@/lib/measure/quantile");
  const steps = work?.varies === false ? work.count : null;
  return { code, medianMs: median(samplesMs), rounds: samplesMs.length, steps, at: new Date().toISOString() };
}
