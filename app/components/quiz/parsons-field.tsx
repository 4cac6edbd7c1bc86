import { useId, useState } from "react";
import type { ParsonsView } from "@/lib/quiz/question-view";
import { MoveButton, MoveList } from "./move-list";
import moveStyles from "./move-list.module.css";
import type { FieldProps } from "./question-field";
import styles from "./question-field.module.css";
import { useFocusAfter } from "./use-focus-after";

/** Lines to make a program of: some are taken, put in order, and the rest is left. */
export function ParsonsField({ question, chosen, verdict, isLocked, onChoose }: FieldProps<ParsonsView>) {
  const baseId = useId();
  const [said, setSaid] = useState("");
  const focusAfter = useFocusAfter();
  const programId = `${baseId}-program`;
  const { lines } = question;
  const left = lines.filter(({ id }) => !chosen.includes(id));
  const textOf = (id: string) => lines.find((line) => line.id === id)?.text ?? "";
  const nameOf = (id: string) => <code className={styles["codeLine"]}>{textOf(id)}</code>;
  const take = (id: string) => {
    onChoose([...chosen, id]);
    const place = left.findIndex((line) => line.id === id);
    const next = left[place + 1] ?? left[place - 1];
    focusAfter(next === undefined ? programId : `${baseId}-${next.id}-take`);
    setSaid(`${textOf(id).trim()} is now the last line of your program, number ${chosen.length + 1}.`);
  };
  const leave = (id: string) => {
    onChoose(chosen.filter((line) => line !== id));
    focusAfter(programId);
    setSaid(`${textOf(id).trim()} was taken out of your program.`);
  };
  const noteOf = (id: string, index: number | null) => {
    const told = verdict?.options.find((option) => option.id === id);
    if (told === undefined || verdict === null) return null;
    const place = verdict.right.indexOf(id);
    const where = place === -1 ? "Does not belong. " : `Belongs in line ${place + 1}. `;
    return {
      isRight: place === (index ?? -1),
      note: (
        <>
          {place === index ? "Right. " : where}
          <span dangerouslySetInnerHTML={{ __html: told.feedbackHtml }} />
        </>
      ),
    };
  };
  return (
    <>
      <p className={styles["rule"]}>
        Take the lines that are needed and put them in order; not every line belongs. Each that directly
        follows the right one counts its share of the point, and each that does not belong takes as much away.
      </p>
      <p className={styles["listName"]}>Your program</p>
      <MoveList
        id={programId}
        label="Your program"
        ids={chosen}
        nameOf={nameOf}
        isLocked={isLocked}
        onOrder={onChoose}
        buttonsOf={(id, nameId) => (
          <MoveButton
            id={`${nameId}-out`}
            nameId={nameId}
            label="Take out"
            sign="×"
            onPress={() => leave(id)}
          />
        )}
        noteOf={noteOf}
      />
      {left.length > 0 && <p className={styles["listName"]}>Lines to take</p>}
      <ul className={styles["rows"]} aria-label="Lines to take">
        {left.map(({ id }) => {
          const nameId = `${baseId}-${id}`;
          const told = noteOf(id, null);
          return (
            <li
              key={id}
              className={moveStyles["entry"]}
              data-right={told?.isRight}
              draggable={!isLocked}
              onDragStart={(event) => event.dataTransfer.setData("text/plain", id)}
            >
              <div className={moveStyles["line"]}>
                <span id={nameId} className={moveStyles["name"]}>
                  {nameOf(id)}
                </span>
                {!isLocked && (
                  <span className={moveStyles["buttons"]}>
                    <MoveButton
                      id={`${nameId}-take`}
                      nameId={nameId}
                      label="Take"
                      sign="+"
                      onPress={() => take(id)}
                    />
                  </span>
                )}
              </div>
              {told !== null && <div className={moveStyles["note"]}>{told.note}</div>}
            </li>
          );
        })}
      </ul>
      <p aria-live="polite" className="visually-hidden">
        {said}
      </p>
    </>
  );
}
