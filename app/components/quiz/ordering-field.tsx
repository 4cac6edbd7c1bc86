import type { OrderingView } from "@/lib/quiz/question-view";
import { MoveList } from "./move-list";
import type { FieldProps } from "./question-field";
import styles from "./question-field.module.css";

/** Things to be put in order. Until the first is moved, the question is not answered. */
export function OrderingField({ question, chosen, verdict, isLocked, onChoose }: FieldProps<OrderingView>) {
  const shown = chosen.length === 0 ? question.items.map(({ id }) => id) : chosen;
  const nameOf = (id: string) => {
    const html = question.items.find((item) => item.id === id)?.html ?? "";
    return <span dangerouslySetInnerHTML={{ __html: html }} />;
  };
  const toldOf = (id: string) => verdict?.options.find((option) => option.id === id);
  return (
    <>
      <p className={styles["rule"]}>
        Drag them into order, or use the arrows. Each that directly follows the right one counts its share of
        the point.
      </p>
      <MoveList
        label="Your order"
        ids={shown}
        nameOf={nameOf}
        isLocked={isLocked}
        onOrder={onChoose}
        noteOf={(id, index) => {
          const told = toldOf(id);
          if (told === undefined || verdict === null) return null;
          const place = verdict.right.indexOf(id);
          return {
            isRight: place === index,
            note: (
              <>
                {place === index ? "Right. " : `Belongs in place ${place + 1}. `}
                <span dangerouslySetInnerHTML={{ __html: told.feedbackHtml }} />
              </>
            ),
          };
        }}
      />
    </>
  );
}
