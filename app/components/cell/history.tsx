import { lazy, Suspense, useState } from "react";
import type { DraftPlace } from "@/lib/course/draft-request";
import { Plain } from "./run-buttons";

const HistoryDialog = lazy(async () => ({ default: (await import("./history-dialog")).HistoryDialog }));

/** The way to what a cell's code was before; it is there once there is a draft. */
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
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Plain name="History" isDisabled={isDisabled} onPress={() => setOpen(true)} />
      {isOpen && (
        <Suspense>
          <HistoryDialog
            place={place}
            authorsCode={authorsCode}
            onRestore={onRestore}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
