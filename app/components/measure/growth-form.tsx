import { useId, useState } from "react";
import { GROWTH_CLASSES, type GrowthClass } from "@/lib/measure/growth-class";
import styles from "./report.module.css";

const NO_IDEA = "";

/** Asks for a guess before the figures are there; then the program is run at rising sizes. */
export function GrowthForm({
  sizeName,
  isBusy,
  onGrow,
}: {
  readonly sizeName: string;
  readonly isBusy: boolean;
  readonly onGrow: (predicted: GrowthClass | null) => void;
}) {
  const selectId = useId();
  const [chosen, setChosen] = useState(NO_IDEA);
  return (
    <form
      className={styles["growth"]}
      onSubmit={(event) => {
        event.preventDefault();
        onGrow(GROWTH_CLASSES.find((each) => each === chosen) ?? null);
      }}
    >
      <label htmlFor={selectId}>
        Predict: when <code>{sizeName}</code> doubles, its work
      </label>
      <select id={selectId} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        <option value={NO_IDEA}>… I cannot tell</option>
        {GROWTH_CLASSES.map((each) => (
          <option key={each} value={each}>
            {DOUBLED[each]}: {each}
          </option>
        ))}
      </select>
      <button type="submit" className={styles["button"]} disabled={isBusy}>
        Growth
      </button>
    </form>
  );
}

/** What doubling the size does. */
const DOUBLED = {
  "O(1)": "stays the same",
  "O(log n)": "grows by a fixed step",
  "O(n)": "doubles",
  "O(n log n)": "a little more than doubles",
  "O(n²)": "is four times as much",
  "O(n³)": "is eight times as much",
} as const satisfies Record<GrowthClass, string>;
