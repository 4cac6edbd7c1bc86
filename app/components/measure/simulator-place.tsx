"use client";

import { useEffect, useId, useRef, useState } from "react";
import cell from "@/app/components/cell/cell.module.css";
import { fetchedPart } from "@/app/components/shell/fetched-part";
import type { SimulatorAttributes } from "@/lib/course/simulator-attributes";
import styles from "./simulator.module.css";

const Simulator = fetchedPart(
  async () => (await import("./simulator")).Simulator,
  <p className={styles["sentence"]}>Loading …</p>,
);

/** So far below the screen it is fetched, to be there when the reader is. */
const NEAR = "600px";

/** The place of a simulator: empty, and nothing fetched for it, until a reader comes near. */
export function SimulatorPlace({ scenario }: { readonly scenario: SimulatorAttributes }) {
  const place = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const { current } = place;
    if (current === null || isNear) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setIsNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: NEAR },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [isNear]);
  return (
    <div
      ref={place}
      className={styles["simulator"]}
      data-simulator={scenario.id}
      role="group"
      aria-labelledby={titleId}
    >
      <p className={cell["bar"]}>
        <span id={titleId} className={cell["title"]}>
          {scenario.title}
        </span>
        <span className={styles["label"]}>simulated</span>
      </p>
      <noscript>
        <p className={styles["sentence"]}>The simulator needs JavaScript. The text says what it shows.</p>
      </noscript>
      {isNear && <Simulator scenario={scenario} />}
    </div>
  );
}
