import { formatBytes } from "@/app/components/cell/format-bytes";
import { formatMs } from "@/app/components/cell/run-sentences";
import { heldMost } from "@/lib/measure/memory-story";
import type { Remembered, Report } from "./report";

/** How hot a line is drawn: 0 for next to nothing, `HOTTEST` for the one that costs most. */
export const HOTTEST = 4;
/** Less than this share of the hottest line is not worth a colour. */
const COLD_SHARE = 0.01;

/** Four steps by the square root, so that a tenth of the hottest line's cost still shows. */
export function heatOf(cost: number, hottest: number): number {
  const share = hottest > 0 ? cost / hottest : 0;
  return share < COLD_SHARE ? 0 : Math.ceil(Math.sqrt(share) * HOTTEST);
}

/** What a line cost, as the editor shows it beside the line. */
export type LineHeat = { readonly line: number; readonly heat: number; readonly told: string };

/** The lines of the program that a profile is about; null where there is no profile of this very text. */
export function lineHeats(report: Report | null, code: string): readonly LineHeat[] | null {
  if (report?.kind === "memory" && report.code === code) return memoryHeats(report);
  if (report?.kind !== "profile" || report.code !== code) return null;
  const own = report.profile.lines.filter(({ file }) => file === report.file);
  const hottestMs = Math.max(...own.map(({ ownMs }) => ownMs), 0);
  const isSampled = report.profile.mode === "sampling";
  return own.map(({ line, hits, ownMs }) => ({
    line,
    heat: heatOf(ownMs, hottestMs),
    told: `Line ${line}: ${formatMs(ownMs)}${isSampled ? "" : `, began ${hits === 1 ? "once" : `${hits.toLocaleString("en")} times`}`}`,
  }));
}

/** As hot as what the line held when it was most. */
function memoryHeats({ file, memory }: Remembered): readonly LineHeat[] {
  const own = (memory.sites ?? []).filter((site) => site.file === file);
  const most = Math.max(...own.map(heldMost), 0);
  return own.flatMap((site) =>
    site.line === null
      ? []
      : [
          {
            line: site.line,
            heat: heatOf(heldMost(site), most),
            told: `Line ${site.line}: holds ${formatBytes(site.bytes)} at the end, ${formatBytes(site.fullestBytes)} at the fullest look`,
          },
        ],
  );
}
