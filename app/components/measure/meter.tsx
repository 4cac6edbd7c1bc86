import { useState } from "react";
import { formatBytes } from "@/app/components/cell/format-bytes";
import { fetchedPart } from "@/app/components/shell/fetched-part";
import type { Run } from "@/lib/run/run";
import type { Usage } from "@/lib/run/usage";
import styles from "./meter.module.css";

const MachineOverTime = fetchedPart(
  async () => (await import("./machine-over-time")).MachineOverTime,
  <p>Drawing …</p>,
);

/** Nearly a second: of less there is nothing to see over time. */
const FEWEST_SAMPLES = 4;

/** What a run used of the machine: memory, files, processes, threads; over time, also while it still runs, where it runs long enough to look. */
export function Meter({ name, run }: { readonly name: string; readonly run: Run }) {
  const [isOpen, setOpen] = useState(false);
  const usage = run.measurement?.usage;
  const isLong = run.samples.length >= FEWEST_SAMPLES;
  if ((usage === undefined && !isLong) || run.evidence !== null || run.state === "idle") return null;
  return (
    <div className={styles["meter"]}>
      {usage !== undefined && <Figures usage={usage} />}
      {isLong && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>The machine over time</summary>
          {isOpen && <MachineOverTime name={name} samples={run.samples} />}
        </details>
      )}
    </div>
  );
}

function Figures({ usage }: { readonly usage: Usage }) {
  const figures = [
    ["memory at most, with the interpreter", usage.memoryBytes, formatBytes],
    ["read from files", usage.readBytes, formatBytes],
    ["written to files", usage.writtenBytes, formatBytes],
    ["more processes", usage.processes, String],
    ["more threads", usage.threads, String],
  ] as const;
  return (
    <dl className={styles["figures"]}>
      {figures
        .filter(([, amount]) => amount > 0)
        .map(([what, amount, format]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{format(amount)}</dd>
          </div>
        ))}
    </dl>
  );
}
