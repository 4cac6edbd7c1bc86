import { useEffect, useRef } from "react";

/** Gives the focus to an element after the next rendering: what is moved in the page, or has gone, has lost it. */
export function useFocusAfter(): (id: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  });
  return (id) => {
    wanted.current = id;
  };
}
