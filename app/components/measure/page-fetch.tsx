import { useId, useState } from "react";
import cell from "@/app/components/cell/cell.module.css";
import buttons from "@/app/components/cell/run-buttons.module.css";
import { formatMs } from "@/app/components/cell/run-sentences";
import { useIsHydrated } from "@/app/components/cell/use-is-hydrated";
import styles from "./page-fetch.module.css";
import type { TimedFetches } from "./time-fetches";

type State =
  | { readonly kind: "idle" }
  | { readonly kind: "fetching" }
  | { readonly kind: "timed"; readonly rounds: number; readonly ways: readonly TimedFetches[] }
  | { readonly kind: "failed" };

/** Fetches the page that it stands on, by the network and from the browser's cache in turns, and says how long each took. */
export function PageFetch({ title }: { readonly title: string }) {
  const titleId = useId();
  const isHydrated = useIsHydrated();
  const [state, setState] = useState<State>({ kind: "idle" });
  const start = async () => {
    setState({ kind: "fetching" });
    const fetched = await import("./time-fetches").catch(() => null);
    const ways = (await fetched?.timeFetches(window.location.pathname)) ?? null;
    setState(
      fetched === null || ways === null
        ? { kind: "failed" }
        : { kind: "timed", rounds: fetched.ROUNDS, ways },
    );
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
        {state.kind === "timed" && <FetchTable rounds={state.rounds} ways={state.ways} />}
      </div>
    </div>
  );
}

function FetchTable({ rounds, ways }: { readonly rounds: number; readonly ways: readonly TimedFetches[] }) {
  return (
    <table className={styles["table"]}>
      <caption>Measured: {rounds} fetches each, in turns</caption>
      <thead>
        <tr>
          <th scope="col">this page</th>
          <th scope="col">median</th>
          <th scope="col">quickest</th>
          <th scope="col">slowest</th>
        </tr>
      </thead>
      <tbody>
        {ways.map(({ name, medianMs, minMs, maxMs }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{formatMs(medianMs)}</td>
            <td>{formatMs(minMs)}</td>
            <td>{formatMs(maxMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
