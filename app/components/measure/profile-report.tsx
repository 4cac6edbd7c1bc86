import { useMemo } from "react";
import { formatMs } from "@/app/components/cell/run-sentences";
import { downloadFile } from "@/app/components/cell/download-file";
import { callgrindText } from "@/lib/measure/callgrind";
import { csvText } from "@/lib/measure/csv";
import { functionTable, type FunctionRow } from "@/lib/measure/function-table";
import { functionsTable, linesTable } from "@/lib/measure/profile-tables";
import { pstatsBytes } from "@/lib/measure/pstats";
import { speedscopeJson } from "@/lib/measure/speedscope";
import type { Profile } from "@/lib/run/profile";
import { downloadText } from "./download-picture";
import { FlameGraph } from "./flame-graph";
import { ProfileComparison } from "./profile-comparison";
import type { Profiled } from "./report";
import { FunctionList } from "./function-list";
import { LineList } from "./line-list";
import styles from "./profile.module.css";
import { Tabs } from "./tabs";

/** Where a program's time went: by function, by line, and by who called whom. */
export function ProfileReport({
  name,
  profiled: { file, code, profile },
  before,
  isBusy,
  onProfile,
  onLine,
}: {
  /** Of the files that are downloaded. */
  readonly name: string;
  readonly profiled: Profiled;
  readonly before: Profiled | null;
  readonly isBusy: boolean;
  readonly onProfile: (mode: Profile["mode"]) => void;
  readonly onLine: (line: number) => void;
}) {
  const rows = useMemo(() => functionTable(profile), [profile]);
  const isSampled = profile.mode === "sampling";
  const lines = useMemo(() => profile.lines.filter((line) => line.file === file), [profile, file]);
  const toLine = ({ function: { file: of, line } }: FunctionRow) =>
    of === file && line !== null ? () => onLine(line) : null;
  return (
    <>
      <p className={styles["about"]}>{aboutSentence(profile, file)}</p>
      <Tabs
        label="Views of the profile"
        tabs={[
          {
            name: "Functions",
            show: () => <FunctionList rows={rows} isSampled={isSampled} onLine={toLine} />,
          },
          {
            name: "Lines",
            show: () => <LineList code={code} lines={lines} isSampled={isSampled} onLine={onLine} />,
          },
          { name: "Flame graph", show: () => <FlameGraph name={name} profile={profile} /> },
          ...(before === null
            ? []
            : [
                {
                  name: "Compared",
                  show: () => (
                    <ProfileComparison
                      before={versionOf(before)}
                      after={versionOf({ file, code, profile })}
                    />
                  ),
                },
              ]),
        ]}
      />
      <p className={styles["exports"]}>
        <button
          type="button"
          disabled={isBusy}
          onClick={() => onProfile(isSampled ? "deterministic" : "sampling")}
        >
          {isSampled ? "Profile every call instead" : "Profile by sampling instead"}
        </button>
        <span role="group" aria-label="Download the profile">
          <button
            type="button"
            onClick={() => downloadText(`${name}-functions.csv`, csvText(functionsTable(rows, profile.mode)))}
          >
            Functions (CSV)
          </button>{" "}
          <button
            type="button"
            onClick={() => downloadText(`${name}-lines.csv`, csvText(linesTable(lines, profile.mode)))}
          >
            Lines (CSV)
          </button>
        </span>
        <span role="group" aria-label="Take the profile to other tools">
          <button
            type="button"
            title="For KCachegrind and callgrind_annotate"
            onClick={() => downloadText(`callgrind.out.${name}`, callgrindText(profile, file))}
          >
            callgrind
          </button>{" "}
          <button
            type="button"
            title="For speedscope.app"
            onClick={() => downloadText(`${name}.speedscope.json`, speedscopeJson(profile, file))}
          >
            speedscope
          </button>{" "}
          <button
            type="button"
            title="For Python’s own pstats"
            onClick={() => downloadFile(`${name}.pstats`, pstatsBytes(profile))}
          >
            pstats
          </button>
        </span>
      </p>
    </>
  );
}

const versionOf = ({ file, code, profile }: Profiled) => ({ profile, files: { [file]: code } });

function aboutSentence({ mode, wallMs, samples, isCut }: Profile, file: string): string {
  const late = file.endsWith(".py")
    ? "a look may come a few lines late"
    : "QuickJS can be looked at only where a loop begins a turn or something is called, so a line may be that of the loop";
  const cut = isCut ? " It has more calls than a profile holds: the deepest are added to their callers." : "";
  return mode === "sampling"
    ? `Measured by ${samples.toLocaleString("en")} looks at the program while it ran for ${formatMs(wallMs)}. The program runs at nearly its own speed. What is shorter than the time between two looks may be missing, and ${late}.${cut}`
    : `Calls and hits are counted, times measured, at every call and line while the program ran for ${formatMs(wallMs)}. Watching makes a tight loop or a short call ten to a hundred times as slow: trust calls and hits, and take times as shares.${cut}`;
}
