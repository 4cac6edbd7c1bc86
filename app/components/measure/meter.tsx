import { useState } from "react";
import { formatBytes } from "@/app/components/cell/format-bytes";
import { fetchedPart } from "@/app/components/shell/fetched-part";
import type { Run } from "@/lib/run/run";
import styles from "./meter.module.css";

const MachineOverTime = fetchedPart(
  async () => (await import("./machine-over-time")).MachineOverTime,
  <p>Drawing …</p>,
);

/** A second: of less there is nothing to see over time. */
const FEWEST_SAMPLES = 5;

/** What a run used of the machine: memory, files, processes, threads; over time where it ran long enough to look. */
export function Meter({ name, run }: { readonly name: string; readonly run: Run }) {
  const [isOpen, setOpen] = useState(false);
  const usage = run.measurement?.usage;
  if (usage === undefined || run.evidence !== null || run.state === "idle") return null;
  const figures = [
    ["memory with the interpreter", usage.memoryBytes, formatBytes],
    ["read from files", usage.readBytes, formatBytes],
    ["written to files", usage.writtenBytes, formatBytes],
    ["more processes", usage.processes, String],
    ["more threads", usage.threads, String],
  ] as const;
  const used = figures.filter(([, amount]) => amount > 0);
  return (
    <div className={styles["meter"]}>
      <dl className={styles["figures"]}>
        {used.map(([what, amount, format]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{format(amount)}</dd>
          </div>
        ))}
      </dl>
      {run.samples.length >= FEWEST_SAMPLES && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>The machine over time</summary>
          {isOpen && <MachineOverTime name={name} samples={run.samples} />}
        </details>
      )}
    </div>
  );
}
