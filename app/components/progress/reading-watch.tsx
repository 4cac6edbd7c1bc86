"use client";

import { useEffect } from "react";

/** On a lesson's page: remembers where the learner is. Fetched behind everything else. */
export function ReadingWatch({ lesson }: { readonly lesson: string }) {
  useEffect(() => {
    let end = () => {};
    let isGone = false;
    const begin = async () => {
      const { watchReading } = await import("./watch-reading");
      if (!isGone) end = watchReading(lesson);
    };
    // Without it the lesson reads as well, and begins at its top next time.
    begin().catch(() => {});
    return () => {
      isGone = true;
      end();
    };
  }, [lesson]);
  return null;
}
