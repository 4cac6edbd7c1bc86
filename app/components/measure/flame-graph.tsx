import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { formatMs } from "@/app/components/cell/run-sentences";
import { layOutFlames, type Flame } from "@/lib/measure/flame-layout";
import { searchFlames } from "@/lib/measure/flame-search";
import type { FunctionRow } from "@/lib/measure/function-table";
import type { Profile } from "@/lib/run/profile";
import { nextFlame } from "./flame-keys";
import { FlameFrames } from "./flame-frames";
import styles from "./flame-graph.module.css";
import { Picture } from "./picture";

/** Half a pixel on a wide screen: nobody sees what is narrower. */
const NARROWEST = 0.0005;

/** Who called whom, as wide as it took long: a press goes into a frame, and what is searched for is marked. */
export function FlameGraph({
  name,
  profile,
  rows,
}: {
  /** Of the files that are downloaded. */
  readonly name: string;
  readonly profile: Profile;
  readonly rows: readonly FunctionRow[];
}) {
  const searchId = useId();
  const helpId = useId();
  const [zoom, setZoom] = useState<number | null>(null);
  const [text, setText] = useState("");
  const [current, setCurrent] = useState<number | null>(null);
  const flames = useMemo(() => layOutFlames(profile, { zoom, narrowest: NARROWEST }), [profile, zoom]);
  const found = useMemo(() => searchFlames(flames, text), [flames, text]);
  const builtIns = useMemo(() => builtInsOf(profile), [profile]);
  const table = useMemo(() => tableOf(rows), [rows]);
  const at = flames.find(({ node }) => node === current) ?? null;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") setZoom(at?.node ?? null);
    else if (event.key === "Escape") setZoom(null);
    else {
      const next = nextFlame(flames, at, event.key);
      if (next === null) return;
      setCurrent(next.node);
    }
    event.preventDefault();
  };

  return (
    <>
      <div className={styles["tools"]}>
        <label htmlFor={searchId}>Search</label>
        <input id={searchId} type="search" value={text} onChange={(event) => setText(event.target.value)} />
        {text.trim() !== "" && (
          <span role="status">
            {found.nodes.size === 0
              ? "no frame has it in its name"
              : `${percent(found.share)} of the width shown`}
          </span>
        )}
        <button type="button" disabled={zoom === null} onClick={() => setZoom(null)}>
          Whole profile
        </button>
      </div>
      <Picture
        name={`${name}-flame-graph`}
        data={profile}
        table={table}
        caption={
          <>
            <span role="status" className={styles["current"]}>
              {at === null ? "Each frame is a function, under the one that called it." : describe(at, flames)}
            </span>
            <span id={helpId} className={styles["help"]}>
              Press a frame to go into it. By keyboard: arrow keys, Enter, Escape.
            </span>
          </>
        }
      >
        {(widthPx) => (
          <div
            role="application"
            aria-label="Flame graph"
            aria-describedby={helpId}
            tabIndex={0}
            className={styles["graph"]}
            onKeyDown={onKeyDown}
          >
            <FlameFrames
              flames={flames}
              widthPx={widthPx}
              marked={text.trim() === "" ? null : found.nodes}
              current={at}
              builtIns={builtIns}
              onCurrent={setCurrent}
              onZoom={setZoom}
            />
          </div>
        )}
      </Picture>
    </>
  );
}

const tableOf = (rows: readonly FunctionRow[]) => ({
  columns: ["Function", "Line", "Calls", "Own (ms)", "With callees (ms)"],
  rows: rows
    .toSorted((one, other) => other.cumulativeMs - one.cumulativeMs)
    .map(({ function: of, calls, ownMs, cumulativeMs }) => [of.name, of.line, calls, ownMs, cumulativeMs]),
});

const percent = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

const builtInsOf = ({ nodes, functions }: Profile) =>
  new Set(nodes.flatMap((node, index) => ((functions[node.function]?.file ?? null) === null ? [index] : [])));

function describe({ label, totalMs, ownMs, from, to }: Flame, flames: readonly Flame[]) {
  const whole = flames.some(({ isAboveZoom }) => isAboveZoom) ? "of what is shown" : "of the profile";
  return `${label}: ${formatMs(totalMs)}, ${percent(to - from)} ${whole}; ${formatMs(ownMs)} of it its own.`;
}
