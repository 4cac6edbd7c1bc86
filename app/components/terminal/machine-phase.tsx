import styles from "./terminal-windows.module.css";
import type { Linux } from "./use-linux";

/** How it stands with a machine, in a sentence; while it is fetched, with a bar. */
export function MachinePhase({ linux }: { readonly linux: Linux }) {
  const { phase, share, image } = linux;
  return (
    <div className={styles["phase"]} data-phase={phase}>
      <p role="status">{sentence(linux)}</p>
      {phase === "fetching" && (
        <>
          <progress
            aria-label="Fetching this computer"
            max={1}
            value={share}
            className={styles["progress"]}
          />
          {/* No part of the status: it would be read out at every step. */}
          {image !== null && (
            <p>
              {megabytes(image.packedBytes * share)} of {megabytes(image.packedBytes)} MB
            </p>
          )}
        </>
      )}
    </div>
  );
}

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);

function sentence({ phase, reason }: Linux): string {
  switch (phase) {
    case "idle":
    case "running":
      return "";
    case "keeping":
      return "Keeping this machine for later …";
    case "fetching":
      return "Fetching this computer …";
    case "starting":
      return "Starting …";
    case "ended":
      return `${reason ?? ""} Start goes on from what was kept last, Start over gives you a fresh one.`;
    case "unavailable":
      return reason ?? "";
    default:
      return phase satisfies never;
  }
}
