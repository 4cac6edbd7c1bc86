import { DIAL_NAMES, type DialName, type Dials } from "@/lib/simulate/dials";
import type { DialEnds } from "./scenario-parts";
import styles from "./simulator.module.css";

/** The dials that a lesson lets its learner move, each with its value and unit. */
export function SimulatorSliders({
  dials,
  ends,
  onTurn,
}: {
  readonly dials: Dials;
  readonly ends: DialEnds;
  readonly onTurn: (dials: Dials) => void;
}) {
  return (
    <div className={styles["sliders"]}>
      {DIAL_NAMES.map((name) => {
        const { title, least, step, say } = DIALS[name];
        const end = ends[name];
        if (end === undefined) return null;
        const value = say(dials[name]);
        return (
          <label key={name} className={styles["slider"]}>
            <span className={styles["name"]}>
              {title} <b aria-hidden>{value}</b>
            </span>
            <input
              type="range"
              min={least}
              max={end}
              step={step}
              value={dials[name]}
              aria-label={title}
              aria-valuetext={value}
              onChange={(event) => onTurn({ ...dials, [name]: event.target.valueAsNumber })}
            />
          </label>
        );
      })}
    </div>
  );
}

/** What a dial is called, how far it goes down, and how its value is said. */
const DIALS = {
  arrivalsPerSecond: {
    title: "Arrivals",
    least: 1,
    step: 1,
    say: (value) => `${value} a second`,
  },
  hitPercent: {
    title: "Cache",
    least: 0,
    step: 5,
    say: (value) => (value === 0 ? "none" : `answers ${value} %`),
  },
  servers: {
    title: "Servers",
    least: 1,
    step: 1,
    say: (value) => String(value),
  },
  databaseSpeed: {
    title: "Database",
    least: 1,
    step: 0.25,
    say: (value) => (value === 1 ? "as it is" : `${value} × as fast`),
  },
} as const satisfies Record<
  DialName,
  { title: string; least: number; step: number; say: (value: number) => string }
>;
