"use client";

import { useId, useState } from "react";
import cell from "@/app/components/cell/cell.module.css";
import buttons from "@/app/components/cell/run-buttons.module.css";
import { formatMs } from "@/app/components/cell/run-sentences";
import { useIsHydrated } from "@/app/components/cell/use-is-hydrated";
import { summarise } from "@/lib/measure/summary";
import styles from "./page-fetch.module.css";

const ROUNDS = 9;

const WAYS = [
  { cache: "no-store", name: "from the server" },
  { cache: "force-cache", name: "from this browser’s cache" },
] as const satisfies readonly { cache: RequestCache; name: string }[];

type Timed = { readonly name: string; readonly timesMs: readonly number[] };

type State =
  | { readonly kind: "idle" }
  | { readonly kind: "fetching" }
  | { readonly kind: "timed"; readonly ways: readonly Timed[] }
  | { readonly kind: "failed" };

/** Fetches the page that it stands on, by the network and from the browser's cache in turns, and says how long each took. */
export function PageFetch({ title }: { readonly title: string }) {
  const titleId = useId();
  const isHydrated = useIsHydrated();
  const [state, setState] = useState<State>({ kind: "idle" });
  const start = async () => {
    setState({ kind: "fetching" });
    setState(await timeFetches(window.location.pathname));
  };
  return (
    <div className={cell["cell"]} role="group" aria-labelledby={titleId}>
      <p className={cell["bar"]}>
        <span id={titleId} className={cell["title"]}>
          {title}
        </span>
      </p>
      <div className={buttons["buttons"]}>
        <button
          type="button"
          className={buttons["run"]}
          disabled={!isHydrated || state.kind === "fetching"}
          onClick={() => void start()}
        >
          Fetch this page
        </button>
      </div>
      <div role="status" className={styles["found"]}>
        {state.kind === "idle" && <p>Nothing measured yet.</p>}
        {state.kind === "fetching" && <p>Fetching …</p>}
        {state.kind === "failed" && (
          <p>The page could not be fetched: its server did not answer. Are you online? Then press again.</p>
        )}
        {state.kind === "timed" && <FetchTable ways={state.ways} />}
      </div>
    </div>
  );
}

function FetchTable({ ways }: { readonly ways: readonly Timed[] }) {
  return (
    <table className={styles["table"]}>
      <caption>Measured: {ROUNDS} fetches each, in turns</caption>
      <thead>
        <tr>
          <th scope="col">this page</th>
          <th scope="col">median</th>
          <th scope="col">quickest</th>
          <th scope="col">slowest</th>
        </tr>
      </thead>
      <tbody>
        {ways.map(({ name, timesMs }) => {
          const summary = summarise(timesMs);
          if (summary.kind !== "summary") return null;
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatMs(summary.medianMs)}</td>
              <td>{formatMs(summary.minMs)}</td>
              <td>{formatMs(summary.maxMs)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A first round, of which nothing is kept, opens the connection and fills the cache. */
async function timeFetches(address: string): Promise<State> {
  const ways = WAYS.map((way) => {
    const timesMs: number[] = [];
    return { ...way, timesMs };
  });
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const { cache, timesMs } of ways) {
      const tookMs = await fetchMs(address, cache);
      if (tookMs === null) return { kind: "failed" };
      if (round > 0) timesMs.push(tookMs);
    }
  return { kind: "timed", ways };
}

/** Until the last byte is here; null where the server cannot be reached or has something else to say. */
async function fetchMs(address: string, cache: RequestCache): Promise<number | null> {
  const startedAt = performance.now();
  const response = await fetch(address, { cache }).catch(() => null);
  if (response?.ok !== true) return null;
  await response.arrayBuffer();
  return performance.now() - startedAt;
}
