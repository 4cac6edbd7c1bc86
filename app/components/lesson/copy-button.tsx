"use client";

import { useState } from "react";
import styles from "./copy-button.module.css";

const SAID_FOR_MS = 1_600;

/** Copies the given code, or that of the block it stands in, which then need not be sent twice. */
export function CopyButton({ code: given }: { readonly code?: string }) {
  const [said, setSaid] = useState("Copy");
  const copy = async (button: HTMLButtonElement) => {
    const code = given ?? button.closest("[data-copy]")?.querySelector("code")?.textContent ?? "";
    const result = await navigator.clipboard.writeText(code).then(
      () => "Copied",
      () => "Not allowed",
    );
    setSaid(result);
    setTimeout(() => setSaid("Copy"), SAID_FOR_MS);
  };
  return (
    <button type="button" className={styles["copy"]} onClick={(event) => void copy(event.currentTarget)}>
      <span aria-live="polite">{said}</span>
    </button>
  );
}
