import { useMemo, useState } from "react";
import buttons from "@/app/components/cell/run-buttons.module.css";
import { formatMs } from "@/app/components/cell/run-sentences";
import type { SimulatorAttributes } from "@/lib/course/simulator-attributes";
import { judgeAim } from "@/lib/simulate/aim";
import { type Dials, settingsAt } from "@/lib/simulate/dials";
import { NOTHING_YET, STRETCHES_PER_MINUTE } from "@/lib/simulate/watched-run";
import { ServiceOverTime } from "./service-over-time";
import { runSentence, verdictSentence } from "./simulator-sentences";
import { partsOf } from "./scenario-parts";
import { SimulatorSliders } from "./simulator-sliders";
import styles from "./simulator.module.css";
import { useIsSeen } from "./use-is-seen";
import { useReducedMotion } from "./use-reduced-motion";
import { useWatchedRun } from "./use-watched-run";

/** A simulated service whose dials are the learner's: a run of ten minutes, live, for each way they are turned. */
export function Simulator({ scenario }: { readonly scenario: SimulatorAttributes }) {
  const { service, start, ends, balancers } = useMemo(() => partsOf(scenario), [scenario]);
  const { aimP95Ms = null } = scenario;
  const [element, isSeen] = useIsSeen();
  const isStill = useReducedMotion();
  const [dials, setDials] = useState(start);
  const [before, setBefore] = useState(NOTHING_YET);
  const watched = useWatchedRun(settingsAt(service, start), isSeen);
  const { run, isRunning } = watched;
  const verdict = aimP95Ms === null ? null : judgeAim({ aimP95Ms, run, start, dials });

  const turn = (dials: Dials) => {
    setDials(dials);
    // A run that has hardly begun is nothing to compare with: it was one on a slider's way.
    if (run.stretches.length >= STRETCHES_PER_MINUTE) setBefore(run);
    watched.restart(settingsAt(service, dials));
  };
  const reset = () => {
    setDials(start);
    setBefore(NOTHING_YET);
    watched.pause();
    watched.restart(settingsAt(service, start));
  };

  return (
    <div ref={element} data-state={isRunning ? "running" : run.isDone ? "done" : "paused"}>
      <SimulatorSliders dials={dials} ends={ends} balancers={balancers} onTurn={turn} />
      <div className={buttons["buttons"]}>
        {isStill ? (
          <button type="button" className={buttons["run"]} onClick={watched.advanceMinute}>
            Advance one minute
          </button>
        ) : (
          <button
            type="button"
            className={buttons["run"]}
            onClick={isRunning ? watched.pause : watched.start}
          >
            {isRunning ? "Pause" : "Start"}
          </button>
        )}
        <button type="button" className={buttons["plain"]} onClick={reset}>
          Reset
        </button>
        {aimP95Ms !== null && (
          <p className={styles["aim"]}>
            Aim: 95 % of the requests answered within <b>{formatMs(aimP95Ms)}</b>
          </p>
        )}
      </div>
      <div role="status" className={styles["status"]}>
        <p className={styles["sentence"]}>{runSentence(run, isRunning && !isStill)}</p>
        {verdict !== null && (
          <p className={styles["sentence"]} data-outcome={verdict.outcome}>
            {verdictSentence(verdict)}
          </p>
        )}
      </div>
      <div className={styles["picture"]}>
        <ServiceOverTime
          name={`${scenario.id}-simulated`}
          run={run}
          before={before}
          dials={dials}
          aimP95Ms={aimP95Ms}
          hasDatabase={service.databaseMs !== null}
          data={{ service, dials, ...run }}
          caption={
            <>
              Simulated, a point for every ten seconds
              {before.total !== null && "; the thin line is the p95 of the run before"}. On average a server
              works {formatMs(service.serverMs / dials.serverSpeed)} on a request
              {service.databaseMs !== null &&
                `, the database ${formatMs(service.databaseMs / dials.databaseSpeed)}`}
              . Seed “{service.seed}”: set alike, the run is the same to the last request.
            </>
          }
        />
      </div>
    </div>
  );
}
