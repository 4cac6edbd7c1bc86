import { useId } from "react";
import type { Language } from "@/lib/run/language";
import { languages } from "@/lib/run/language-names";
import styles from "./language-switch.module.css";

/** Where code exists in more than one language; a plain label where it does not. */
export function LanguageSwitch({
  offered,
  chosen,
  onChoose,
}: {
  readonly offered: readonly Language[];
  readonly chosen: Language;
  readonly onChoose: (language: Language) => void;
}) {
  const name = useId();
  if (offered.length === 1) return <span className={styles["only"]}>{languages[chosen].name}</span>;
  return (
    <div role="radiogroup" aria-label="Language" className={styles["switch"]}>
      {offered.map((language) => (
        <label key={language} className={styles["language"]}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={language === chosen}
            onChange={() => onChoose(language)}
          />
          <span>{languages[language].name}</span>
        </label>
      ))}
    </div>
  );
}
