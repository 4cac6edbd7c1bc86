import { useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { formatMs } from "@/app/components/cell/run-sentences";
import { layOutFlames, type Flame } from "@/lib/measure/flame-layout";
import { searchFlames } from "@/lib/measure/flame-search";
import { stackTable } from "@/lib/measure/stack-table";
import type { Profile } from "@/lib/run/profile";
import { nextFlame } from "./flame-keys";
import { FlameFrames } from "./flame-frames";
import { FRAME_PX } from "./flame-geometry";
import styles from "./flame-graph.module.css";
import { Picture } from "./picture";

/** Half a pixel on a wide screen: nobody sees what is narrower. */
const NARROWEST = 0.0005;

/** Who called whom, as wide as it took long: a press goes into a frame, and what is searched for is marked. */
export function FlameGraph({
  name,
  profile,
}: {
  /** Of the files that are downloaded. */
  readonly name: string;
  readonly profile: Profile;
}) {
  const searchId = useId();
  const helpId = useId();
  const [zoom, setZoom] = useState<number | null>(null);
  const [text, setText] = useState("");
  const [current, setCurrent] = useState<number | null>(null);
  const graph = useRef<HTMLDivElement>(null);
  const all = useMemo(() => layOutFlames(profile, { zoom: null, narrowest: NARROWEST }), [profile]);
  const flames = useMemo(
    () => (zoom === null ? all : layOutFlames(profile, { zoom, narrowest: NARROWEST })),
    [all, profile, zoom],
  );
  const found = useMemo(() => searchFlames(flames, text), [flames, text]);
  const builtIns = useMemo(() => builtInsOf(profile), [profile]);
  const table = useMemo(() => stackTable(profile), [profile]);
  const at = flames.find(({ node }) => node === current) ?? null;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") setZoom(at?.node ?? null);
    else if (event.key === "Escape") setZoom(null);
    else {
      const next = nextFlame(flames, at, event.key);
      if (next === null) return;
      setCurrent(next.node);
      showDepth(graph.current, next.depth);
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
        whole={(widthPx) => (
          <FlameFrames
            flames={all}
            widthPx={widthPx}
            marked={null}
            current={null}
            builtIns={builtIns}
            onCurrent={nothing}
            onZoom={nothing}
          />
        )}
      >
        {(widthPx) => (
          <div
            ref={graph}
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

/** A graph deeper than its box scrolls as far as it takes to have the frames of a depth in it. */
function showDepth(box: HTMLElement | null, depth: number) {
  if (box === null) return;
  const [top, bottom] = [depth * FRAME_PX, (depth + 1) * FRAME_PX];
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}

const nothing = () => {};

const percent = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

const builtInsOf = ({ nodes, functions }: Profile) =>
  new Set(nodes.flatMap((node, index) => ((functions[node.function]?.file ?? null) === null ? [index] : [])));

function describe({ label, totalMs, ownMs, from, to }: Flame, flames: readonly Flame[]) {
  const whole = flames.some(({ isAboveZoom }) => isAboveZoom) ? "of what is shown" : "of the profile";
  return `${label}: ${formatMs(totalMs)}, ${percent(to - from)} ${whole}; ${formatMs(ownMs)} of it its own.`;
}
