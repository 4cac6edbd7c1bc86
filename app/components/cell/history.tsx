import { useState } from "react";
import type { DraftPlace } from "@/lib/course/draft-request";
import { Plain } from "./run-buttons";

const fetchDialog = async () => (await import("./history-dialog")).HistoryDialog;

type Dialog = Awaited<ReturnType<typeof fetchDialog>>;

/** The way to what a cell's code was before. */
export function History({
  place,
  authorsCode,
  isDisabled,
  onRestore,
}: {
  readonly place: DraftPlace;
  readonly authorsCode: string;
  readonly isDisabled: boolean;
  readonly onRestore: (text: string | null) => void;
}) {
  const [opened, setOpened] = useState<{ readonly Dialog: Dialog | null } | null>(null);
  const open = async () => setOpened({ Dialog: await fetchDialog().catch(() => null) });
  return (
    <>
      <Plain name="History" isDisabled={isDisabled} onPress={() => void open()} />
      {opened !== null && opened.Dialog === null && (
        <span role="alert">It could not be fetched. Check your connection, then press History again.</span>
      )}
      {opened !== null && opened.Dialog !== null && (
        <opened.Dialog
          place={place}
          authorsCode={authorsCode}
          onRestore={onRestore}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
