import { useId, useState } from "react";
import { downloadFile } from "@/app/components/cell/download-file";
import { formatBytes } from "@/app/components/cell/format-bytes";
import type { LinuxMachine } from "@/lib/machine/linux-machine";
import { FileEditor } from "./file-editor";
import styles from "./machine-file.module.css";
import { machinePath } from "./machine-path";
import { FILE_LIMIT_BYTES, readMachineFile, textToEdit } from "./read-machine-file";

type Opened = {
  readonly path: string;
  readonly isExecutable: boolean;
  readonly text: string;
  readonly saved: string;
};
type Told = { readonly sentence: string; readonly isProblem: boolean };

/** Files pass between the machine, an editor beside it and the learner's computer. */
export function MachineFile({ machine }: { readonly machine: LinuxMachine | null }) {
  const id = useId();
  const [written, setWritten] = useState("");
  const [opened, setOpened] = useState<Opened | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  /** The file that was to be opened while another had unsaved changes: once more, and they are dropped. */
  const [dropsFor, setDropsFor] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isChanged = opened !== null && opened.text !== opened.saved;
  const path = machinePath(written);

  const say = (sentence: string) => setTold({ sentence, isProblem: false });
  const refuse = (sentence: string) => setTold({ sentence, isProblem: true });
  const act = async (work: (running: LinuxMachine) => Promise<void>) => {
    if (machine === null) return refuse("The machine does not run. Start it first.");
    setBusy(true);
    setTold(null);
    try {
      await work(machine);
    } catch (error) {
      refuse(error instanceof Error ? error.message : String(error));
    }
    return setBusy(false);
  };
  const open = () =>
    act(async (running) => {
      if (isChanged && dropsFor !== path) {
        setDropsFor(path);
        return refuse(
          `${opened.path} has changes that are not in the machine. Save it, or press Open again to drop them.`,
        );
      }
      setDropsFor(null);
      const file = await readMachineFile(running, path);
      if (file.outcome === "refused") return refuse(file.reason);
      const edited = textToEdit(file);
      if (edited.outcome === "refused") return refuse(edited.reason);
      const { text } = edited;
      return setOpened({ path, isExecutable: file.isExecutable, text, saved: text });
    });
  const save = () =>
    act(async (running) => {
      if (opened === null) return;
      const { path, isExecutable, text } = opened;
      await running.writeFile({ path, isExecutable, bytes: new TextEncoder().encode(text) });
      setOpened((now) => (now?.path === path ? { ...now, saved: text } : now));
      say(`${path} is in the machine as it stands here.`);
    });
  const download = () =>
    act(async (running) => {
      const file = await readMachineFile(running, path);
      if (file.outcome === "refused") return refuse(file.reason);
      return downloadFile(path, file.bytes);
    });
  const put = (file: File) =>
    act(async (running) => {
      if (file.size > FILE_LIMIT_BYTES)
        return refuse(
          `${file.name} has ${formatBytes(file.size)}: at most 1 MB can be put into the machine.`,
        );
      const bytes = new Uint8Array(await file.arrayBuffer());
      const path = machinePath(file.name.replaceAll("/", "_"));
      await running.writeFile({ path, bytes, isExecutable: false });
      setWritten(path);
      return say(`${path} is in the machine.`);
    });

  return (
    <details className={styles["files"]}>
      <summary>Files of the machine</summary>
      <form
        className={styles["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <label htmlFor={`${id}-path`}>Path in the machine</label>
        <input
          id={`${id}-path`}
          type="text"
          required
          placeholder="/root/…"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={written}
          onChange={({ currentTarget: { value } }) => setWritten(value)}
        />
        <button type="submit" disabled={isBusy}>
          Open
        </button>
        <button type="button" disabled={isBusy || written.trim() === ""} onClick={() => void download()}>
          Download
        </button>
        <label className={styles["put"]}>
          Put a file of yours into /root
          <input
            type="file"
            disabled={isBusy}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) void put(file);
              currentTarget.value = "";
            }}
          />
        </label>
      </form>
      {told !== null && (
        <p role={told.isProblem ? "alert" : "status"} className={styles[told.isProblem ? "problem" : "told"]}>
          {told.sentence}
        </p>
      )}
      {opened !== null && (
        <div role="group" aria-label={opened.path}>
          <div className={styles["bar"]}>
            <span className={styles["path"]}>{opened.path}</span>
            <button type="button" disabled={isBusy || !isChanged} onClick={() => void save()}>
              Save to the machine
            </button>
            <button type="button" onClick={() => setOpened(null)} disabled={isChanged}>
              Close
            </button>
          </div>
          <FileEditor
            key={opened.path}
            path={opened.path}
            text={opened.text}
            onChange={(text) => setOpened((now) => now && { ...now, text })}
            onSave={() => void save()}
          />
        </div>
      )}
    </details>
  );
}
