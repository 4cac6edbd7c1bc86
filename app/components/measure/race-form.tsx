import { useId, useState } from "react";
import styles from "./report.module.css";
import type { Opponent } from "./use-measuring";

/** Has the program as it is now race against one other version. */
export function RaceForm({
  opponents,
  isBusy,
  onRace,
}: {
  readonly opponents: readonly Opponent[];
  readonly isBusy: boolean;
  readonly onRace: (opponents: readonly Opponent[]) => void;
}) {
  const selectId = useId();
  const [chosen, setChosen] = useState(0);
  return (
    <form
      className={styles["race"]}
      onSubmit={(event) => {
        event.preventDefault();
        const opponent = opponents[chosen] ?? opponents[0];
        if (opponent !== undefined) onRace([opponent]);
      }}
    >
      <label htmlFor={selectId}>Race this version against</label>
      <select id={selectId} value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
        {opponents.map((opponent, index) => (
          <option key={opponent.code} value={index}>
            {opponent.name}
          </option>
        ))}
      </select>
      <button type="submit" className={styles["button"]} disabled={isBusy}>
        Race
      </button>
    </form>
  );
}
