import type { Table } from "@/lib/measure/csv";
import type { RunSoFar, Stretch } from "@/lib/simulate/watched-run";

type Column = { readonly name: string; readonly at: (stretch: Stretch) => number | null };

const round = (value: number) => Math.round(value * 10) / 10;
const roundedOrNull = (value: number | undefined) => (value === undefined ? null : round(value));
const percentOrNull = (share: number | undefined) => (share === undefined ? null : round(share * 100));

/** A run's figures, a row for each stretch: what the picture shows, in numbers. */
export function serviceTable({ stretches }: RunSoFar, hasDatabase: boolean): Table {
  const columns = hasDatabase ? [...COMMON, ...DATABASE, ...FLOW] : [...COMMON, ...FLOW];
  return {
    columns: columns.map(({ name }) => name),
    rows: stretches.map((stretch) => columns.map(({ at }) => at(stretch))),
  };
}

const COMMON: readonly Column[] = [
  { name: "Until (s)", at: ({ untilSeconds }) => untilSeconds },
  { name: "p50 (ms)", at: ({ figures }) => roundedOrNull(figures.latency?.p50Ms) },
  { name: "p95 (ms)", at: ({ figures }) => roundedOrNull(figures.latency?.p95Ms) },
  { name: "p99 (ms)", at: ({ figures }) => roundedOrNull(figures.latency?.p99Ms) },
  { name: "Waiting for servers", at: ({ figures }) => round(figures.servers.waiting) },
  { name: "Servers busy (%)", at: ({ figures }) => percentOrNull(figures.servers.utilisation) },
];
const DATABASE: readonly Column[] = [
  { name: "Waiting for database", at: ({ figures }) => roundedOrNull(figures.database?.waiting) },
  {
    name: "Database busy (%)",
    at: ({ figures }) => percentOrNull(figures.database?.utilisation),
  },
];
const FLOW: readonly Column[] = [
  { name: "Arrived (a second)", at: ({ figures }) => round(figures.arrived / figures.seconds) },
  { name: "Answered (a second)", at: ({ figures }) => round(figures.answersPerSecond) },
  { name: "Dropped", at: ({ figures }) => figures.dropped },
];
