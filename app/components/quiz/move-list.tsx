import { useId, useRef, useState, type ReactNode } from "react";
import styles from "./move-list.module.css";
import { useFocusAfter } from "./use-focus-after";

/** Where an entry went, in words. */
type Move = { readonly id: string; readonly to: number };

/**
 * A list whose entries are put in order: dragged, or moved by the buttons beside each, and what moved is said aloud. Entries
 * dragged in from elsewhere are placed too.
 */
export function MoveList({
  id: listId,
  label,
  ids,
  nameOf,
  isLocked,
  onOrder,
  buttonsOf,
  noteOf,
}: {
  readonly id?: string;
  readonly label: string;
  readonly ids: readonly string[];
  readonly nameOf: (id: string) => ReactNode;
  readonly isLocked: boolean;
  readonly onOrder: (ids: string[]) => void;
  /** More buttons for an entry; `nameId` is the id of the element that names it. */
  readonly buttonsOf?: (id: string, nameId: string) => ReactNode;
  /** What is told of an entry after the attempt. */
  readonly noteOf?: (
    id: string,
    index: number,
  ) => { readonly isRight: boolean; readonly note: ReactNode } | null;
}) {
  const baseId = useId();
  const list = useRef<HTMLOListElement>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const focusAfter = useFocusAfter();

  const place = ({ id, to }: Move) => {
    const others = ids.filter((other) => other !== id);
    const order = [...others.slice(0, to), id, ...others.slice(to)];
    onOrder(order);
    const name = list.current?.querySelector(`[data-entry="${id}"]`)?.textContent ?? "It";
    setSaid(`${name.trim()} is now number ${order.indexOf(id) + 1} of ${order.length}.`);
  };
  const drop = (event: React.DragEvent, index: number) => {
    event.preventDefault();
    setOver(null);
    const id = event.dataTransfer.getData("text/plain");
    const from = ids.indexOf(id);
    // Past its own place, the list is one shorter without it.
    place({ id, to: from !== -1 && from < index ? index - 1 : index });
  };
  const dragOver = (event: React.DragEvent, index: number) => {
    if (isLocked) return;
    event.preventDefault();
    setOver(index);
  };

  return (
    <>
      <ol
        ref={list}
        id={listId}
        tabIndex={-1}
        className={styles["list"]}
        aria-label={label}
        onDragLeave={() => setOver(null)}
        onDragOver={(event) => event.target === event.currentTarget && dragOver(event, ids.length)}
        onDrop={(event) => event.target === event.currentTarget && drop(event, ids.length)}
      >
        {ids.map((id, index) => {
          const nameId = `${baseId}-${id}`;
          const told = noteOf?.(id, index) ?? null;
          return (
            <li
              key={id}
              className={styles["entry"]}
              data-over={over === index || undefined}
              data-right={told?.isRight}
              draggable={!isLocked}
              onDragStart={(event) => event.dataTransfer.setData("text/plain", id)}
              onDragOver={(event) => dragOver(event, index)}
              onDrop={(event) => drop(event, index)}
            >
              <div className={styles["line"]}>
                <span id={nameId} data-entry={id} className={styles["name"]}>
                  {nameOf(id)}
                </span>
                {!isLocked && (
                  <span className={styles["buttons"]}>
                    <MoveButton
                      id={`${nameId}-up`}
                      nameId={nameId}
                      label="Move up"
                      sign="↑"
                      isOff={index === 0}
                      onPress={() => {
                        place({ id, to: index - 1 });
                        focusAfter(`${nameId}-up`);
                      }}
                    />
                    <MoveButton
                      id={`${nameId}-down`}
                      nameId={nameId}
                      label="Move down"
                      sign="↓"
                      isOff={index === ids.length - 1}
                      onPress={() => {
                        place({ id, to: index + 1 });
                        focusAfter(`${nameId}-down`);
                      }}
                    />
                    {buttonsOf?.(id, nameId)}
                  </span>
                )}
              </div>
              {told !== null && <div className={styles["note"]}>{told.note}</div>}
            </li>
          );
        })}
      </ol>
      <p aria-live="polite" className="visually-hidden">
        {said}
      </p>
    </>
  );
}

/** A button that is named by what it does and what it does it to. It stays in the tab order when it is of no use. */
export function MoveButton({
  id,
  nameId,
  label,
  sign,
  isOff = false,
  onPress,
}: {
  readonly id: string;
  readonly nameId: string;
  readonly label: string;
  readonly sign: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      id={id}
      type="button"
      aria-label={label}
      aria-labelledby={`${id} ${nameId}`}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onPress}
    >
      {sign}
    </button>
  );
}
