import { formatMs } from "@/app/components/cell/run-sentences";
import type { Report } from "./report";

/** How hot a line is drawn: 0 for next to nothing, `HOTTEST` for the one that costs most. */
export const HOTTEST = 4;
/** Less than this share of the hottest line is not worth a colour. */
const COLD_SHARE = 0.01;

/** Four steps by the square root, so that a tenth of the hottest line's time still shows. */
export function heatOf(ownMs: number, hottestMs: number): number {
  const share = hottestMs > 0 ? ownMs / hottestMs : 0;
  return share < COLD_SHARE ? 0 : Math.ceil(Math.sqrt(share) * HOTTEST);
}

/** What a line cost, as the editor shows it beside the line. */
export type LineHeat = { readonly line: number; readonly heat: number; readonly told: string };

/** The lines of the program that a profile is about; null where there is no profile of this very text. */
export function lineHeats(report: Report | null, code: string): readonly LineHeat[] | null {
  if (report?.kind !== "profile" || report.code !== code) return null;
  const own = report.profile.lines.filter(({ file }) => file === report.file);
  const hottestMs = Math.max(...own.map(({ ownMs }) => ownMs), 0);
  const isSampled = report.profile.mode === "sampling";
  return own.map(({ line, hits, ownMs }) => ({
    line,
    heat: heatOf(ownMs, hottestMs),
    told: `Line ${line}: ${formatMs(ownMs)}${isSampled ? "" : `, began ${hits.toLocaleString("en")} times`}`,
  }));
}
