import { keepReading, keptReading } from "./kept-reading";

/** What is lower on the screen has not been read yet. */
const READ_ABOVE = "0px 0px -40% 0px";

/**
 * Notes the heading last in view, on the device at once and on the server when the lesson is left; gives the way to end
 * it.
 */
export function watchReading(lesson: string): () => void {
  const headings = [...document.querySelectorAll<HTMLElement>("main :is(h2, h3)[id]")];
  let furthest = keptReading().find((position) => position.lesson === lesson)?.furthest ?? 0;
  let heading: string | null = null;
  let sent: string | null = null;

  const observer = new IntersectionObserver(
    (entries) => {
      const index = headings.findLastIndex((each) =>
        entries.some(({ target, isIntersecting }) => target === each && isIntersecting),
      );
      if (index === -1) return;
      heading = headings[index]?.id ?? null;
      furthest = Math.max(furthest, (index + 1) / headings.length);
      if (heading !== null) keepReading({ lesson, heading, furthest, at: new Date().toISOString() });
    },
    { rootMargin: READ_ABOVE },
  );
  for (const each of headings) observer.observe(each);

  const send = () => {
    if (heading === null || heading === sent) return;
    sent = heading;
    // The one request that outlives its page. What does not arrive is on the device, and is sent with the next place.
    const body = JSON.stringify({ lesson, heading, furthest });
    navigator.sendBeacon("/api/reading", new Blob([body], { type: "application/json" }));
  };
  const sendIfHidden = () => {
    if (document.visibilityState === "hidden") send();
  };
  document.addEventListener("visibilitychange", sendIfHidden);
  return () => {
    observer.disconnect();
    document.removeEventListener("visibilitychange", sendIfHidden);
    send();
  };
}
