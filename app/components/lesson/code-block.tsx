import type { ReactElement } from "react";
import { highlight } from "@/lib/course/highlight.server";
import styles from "./code-block.module.css";
import { CopyButton } from "./copy-button";

type Code = ReactElement<{ className?: string; children?: string }>;

/** A fence in the text: highlighted here, to read and to copy. */
export async function CodeBlock({ children }: { readonly children: Code }) {
  const { className = "", children: code = "" } = children.props;
  const language = className.replace("language-", "") || "text";
  const html = await highlight(code.replace(/\n$/, ""), language);
  return (
    <div className={styles["block"]} data-copy="">
      {/* A wide line scrolls, and a keyboard must be able to scroll it. */}
      <pre tabIndex={0} dangerouslySetInnerHTML={{ __html: html }} />
      <CopyButton />
    </div>
  );
}
