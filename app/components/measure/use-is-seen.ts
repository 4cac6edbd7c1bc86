import { useEffect, useRef, useState, type RefObject } from "react";

/** Whether any of an element is on the screen, in a tab that is shown. */
export function useIsSeen(): readonly [RefObject<HTMLDivElement | null>, boolean] {
  const element = useRef<HTMLDivElement>(null);
  const [isOnScreen, setIsOnScreen] = useState(false);
  const [isTabShown, setIsTabShown] = useState(true);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new IntersectionObserver((entries) =>
      setIsOnScreen(entries.at(-1)?.isIntersecting ?? false),
    );
    observer.observe(current);
    const look = () => setIsTabShown(document.visibilityState === "visible");
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      observer.disconnect();
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return [element, isOnScreen && isTabShown];
}
