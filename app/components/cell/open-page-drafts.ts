import { deviceWork } from "@/app/components/shell/device-work";
import { askServer } from "@/app/components/shell/ask-server";
import { ServerDrafts } from "@/lib/course/draft-request";
import { meetServerDrafts } from "@/lib/outbox/server-drafts";
import { takeOverEarlierWork } from "@/lib/outbox/take-over";

/** How many cells show drafts of a page. */
const users = new Map<string, number>();
let isWatching = false;

/** Reads a page's drafts from the device, then asks the server for others', and again each time the page is come back to. */
export function openPageDrafts(page: string): () => void {
  const count = users.get(page) ?? 0;
  users.set(page, count + 1);
  // The cells of a page share one opening.
  if (count === 0) void open(page);
  return () => void users.set(page, (users.get(page) ?? 1) - 1);
}

async function open(page: string) {
  // What cannot be taken over stays where it was, for the next time.
  await takeOverEarlierWork().catch(() => {});
  await deviceWork().book.load(page);
  await askForOthers(page);
  if (isWatching) return;
  isWatching = true;
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    for (const [shown, count] of users) if (count > 0) void askForOthers(shown);
  });
}

async function askForOthers(page: string) {
  const answer = await askServer(`/api/drafts?${new URLSearchParams({ page }).toString()}`, ServerDrafts);
  // Not reached now: the next look or sending will tell of another device's work.
  if (answer.outcome !== "answered" || answer.value.drafts.length === 0) return;
  await meetServerDrafts(answer.value.drafts, new Date());
}
