import { useMemo, useState } from "react";
import type { Workbench } from "@/app/components/cell/use-workbench";
import type { GrowthClass } from "@/lib/measure/growth-class";
import type { Profile } from "@/lib/run/profile";
import { languages } from "@/lib/run/language-names";
import { keepOnly, keepTimeline } from "./page-timelines";
import type { Profiled, Report } from "./report";

export type Opponent = { readonly name: string; readonly code: string };

// A tenth of a page, which a reader who measures nothing need not fetch.
const fetchInstruments = () => import("./instruments");
type Instruments = Awaited<ReturnType<typeof fetchInstruments>>;

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
  const [fetched, setFetched] = useState<Instruments | null>(null);
  const { language, code, follow } = workbench;
  const ledger = `lento:ledger:${page}:${id}:${language}`;
  const heat = useMemo(() => fetched?.lineHeats(report, code) ?? null, [fetched, report, code]);

  /** Has an instrument measure, and shows what it found; a sentence where it cannot. */
  const measure = async (act: (instruments: Instruments) => Promise<Report | string | null>) => {
    setReport(null);
    const instruments = await fetchInstruments().catch(() => null);
    if (instruments === null)
      return setProgress("Part of this page could not be fetched. Check your connection, then try again.");
    setFetched(instruments);
    let found: Report | string | null = null;
    try {
      found = await act(instruments);
    } finally {
      setProgress(typeof found === "string" ? found : "");
    }
    if (typeof found !== "string") setReport(found);
  };
  const using = { follow, say: setProgress };

  const timeVersions = (versions: readonly Opponent[]) =>
    void measure(async (instruments) => {
      const timed = await instruments.timeVersions(using, { versions, ledger });
      return timed && { kind: "timing", code, versions: timed };
    });

  const own = { name: "This version", code };
  return {
    report,
    progress,
    /** What each line cost, where it is known of this very text. */
    heat,
    /** Where the versions that were timed are kept. */
    ledger,
    timeIt: () => timeVersions([own]),
    race: (opponents: readonly Opponent[]) => timeVersions([own, ...opponents]),
    profile: (mode: Profile["mode"]) =>
      void measure(async ({ takeProfile }) => {
        const profiled = await takeProfile(using, mode);
        if (profiled === null) return null;
        setLastProfile(profiled);
        const before = lastProfile?.file === profiled.file ? lastProfile : null;
        return { kind: "profile", before, ...profiled };
      }),
    /** Watches what it holds while it runs. */
    remember: () =>
      void measure(async ({ takeMemory }) => {
        const remembered = await takeMemory(using);
        return remembered && { kind: "memory", code, ...remembered };
      }),
    /** Shows who did what when, under the timelines that the page's cells have had before. */
    timeline: () =>
      void measure(async ({ takeTimeline }) => {
        const found = await takeTimeline(using);
        if (found === null) return null;
        const named = `${title} (${languages[language].name})`;
        return { kind: "timeline", code, timelines: keepTimeline(page, { title: named, timeline: found }) };
      }),
    /** Leaves the last timeline alone in the picture, now and for those to come. */
    forgetEarlier() {
      if (report?.kind !== "timeline") return;
      const last = report.timelines.at(-1) ?? report.timelines[0];
      keepOnly(page, last);
      setReport({ ...report, timelines: [last] });
    },
    /** Runs it at rising sizes of what `sizeName` stands for. */
    grow: (asked: { sizeName: string; predicted: GrowthClass | null }) =>
      void measure(({ takeGrowth }) => takeGrowth(using, { code, ...asked })),
    forget() {
      setReport(null);
      setProgress("");
    },
  };
}

export type Measuring = ReturnType<typeof useMeasuring>;
