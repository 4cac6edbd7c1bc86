/** How hot a line is drawn: 0 for next to nothing, `HOTTEST` for the one that costs most. */
export const HOTTEST = 4;
/** Less than this share of the hottest line is not worth a colour. */
const COLD_SHARE = 0.01;

/** Four steps by the square root, so that a tenth of the hottest line's time still shows. */
export function heatOf(ownMs: number, hottestMs: number): number {
  const share = hottestMs > 0 ? ownMs / hottestMs : 0;
  return share < COLD_SHARE ? 0 : Math.ceil(Math.sqrt(share) * HOTTEST);
}
