import { type Dials, SLIDER_NAMES, type SliderName } from "@/lib/simulate/dials";
import { Balancing } from "@/lib/simulate/settings";
import type { DialEnds } from "./scenario-parts";
import styles from "./simulator.module.css";

/** The dials that a lesson lets its learner move, each with its value and unit. */
export function SimulatorSliders({
  dials,
  ends,
  balancers,
  onTurn,
}: {
  readonly dials: Dials;
  readonly ends: DialEnds;
  readonly balancers: readonly Balancing[];
  readonly onTurn: (dials: Dials) => void;
}) {
  return (
    <div className={styles["sliders"]}>
      {SLIDER_NAMES.map((name) => {
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
      {balancers.length > 0 && (
        <label className={styles["slider"]}>
          <span className={styles["name"]}>Balancer</span>
          <select
            value={dials.balancing}
            onChange={(event) => onTurn({ ...dials, balancing: Balancing.parse(event.target.value) })}
          >
            {balancers.map((balancing) => (
              <option key={balancing} value={balancing}>
                {BALANCERS[balancing]}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

const saySpeed = (value: number) => (value === 1 ? "as it is" : `${value} × as fast`);

const BALANCERS = {
  "one queue": "one queue for all servers",
  "by turns": "each server in turn",
  "at random": "any server, at random",
  "fewest requests": "the server with the fewest",
} as const satisfies Record<Balancing, string>;

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
  serverSpeed: {
    title: "Program",
    least: 1,
    step: 0.25,
    say: saySpeed,
  },
  databaseSpeed: {
    title: "Database",
    least: 1,
    step: 0.25,
    say: saySpeed,
  },
} as const satisfies Record<
  SliderName,
  { title: string; least: number; step: number; say: (value: number) => string }
>;
