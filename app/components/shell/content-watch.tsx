"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** An editor saves a file in several steps. */
const SETTLE_MS = 80;

/** In `npm run dev`: shows a saved lesson at once, without losing what is typed on the page. */
export function ContentWatch() {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changes = new EventSource("/api/content-changes");
    changes.addEventListener("message", () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      changes.close();
    };
  }, [router]);
  return null;
}
