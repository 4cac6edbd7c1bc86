import { lazy, Suspense, useState, type ComponentType, type ReactNode } from "react";
import buttons from "@/app/components/cell/run-buttons.module.css";
import styles from "./fetched-part.module.css";

/**
 * A component whose code is fetched when it is first shown, and which shows `waiting` until then. Where it cannot be
 * fetched it says so in its place and offers to try again; the page around it stays.
 */
export function fetchedPart<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
) {
  type Shown = { readonly props: Props; readonly onTryAgain: () => void };
  // React remembers what a fetch gave for good: each try needs a lazy component of its own.
  const newTry = () =>
    lazy(() =>
      fetchPart().then(
        (Part) => ({ default: ({ props }: Shown) => <Part {...props} /> }),
        () => ({ default: Unfetched }),
      ),
    );
  const firstTry = newTry();
  return function FetchedPart(props: Props) {
    const [Shown, setShown] = useState(() => firstTry);
    return (
      <Suspense fallback={waiting}>
        <Shown props={props} onTryAgain={() => setShown(newTry)} />
      </Suspense>
    );
  };
}

function Unfetched({ onTryAgain }: { readonly onTryAgain: () => void }) {
  return (
    <p role="alert" className={styles["unfetched"]}>
      A part of this page could not be fetched. Check your connection.
      <button type="button" className={buttons["plain"]} onClick={onTryAgain}>
        Try again
      </button>
    </p>
  );
}
