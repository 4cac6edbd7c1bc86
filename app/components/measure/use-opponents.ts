import { formatMs } from "@/app/components/cell/run-sentences";
import { useLedger } from "./run-ledger";
import type { Opponent } from "./use-measuring";

const WHEN = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

/** Whom a program can race against: the author's version, and those that were timed on this device. */
export function useOpponents({
  ledger,
  authorsCode,
}: {
  ledger: string;
  authorsCode: string;
}): readonly Opponent[] {
  const timed = useLedger(ledger).filter(({ code }) => code !== authorsCode);
  return [
    { name: "The author’s version", code: authorsCode },
    ...timed.map(({ code, at, medianMs }) => ({
      name: `Yours of ${WHEN.format(new Date(at))} (${formatMs(medianMs)})`,
      code,
    })),
  ];
}
