"use client";

import { useSyncExternalStore } from "react";
import styles from "./theme-switch.module.css";
import { THEME_KEY } from "./theme-script";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];
const labels = { system: "Theme: as the system", light: "Theme: light", dark: "Theme: dark" };
const symbols = { system: "◐", light: "☀", dark: "☾" };
const CHANGED = "lento:theme-changed";

const subscribe = (onChange: () => void) => {
  addEventListener(CHANGED, onChange);
  return () => removeEventListener(CHANGED, onChange);
};
const current = (): Theme => {
  const theme = document.documentElement.dataset["theme"];
  return theme === "light" || theme === "dark" ? theme : "system";
};

function apply(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage is refused (private window): the choice holds for this page.
  }
  dispatchEvent(new Event(CHANGED));
}

/** Goes round: as the system, light, dark. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(subscribe, current, () => "system" as const);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
  return (
    <button type="button" className={styles["switch"]} onClick={() => apply(next)} title={labels[theme]}>
      <span aria-hidden="true">{symbols[theme]}</span>
      <span className="visually-hidden">{labels[theme]}</span>
    </button>
  );
}
