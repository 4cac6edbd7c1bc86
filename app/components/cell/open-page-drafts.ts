import { loadDeviceWork, loadedDeviceWork, tellDeviceWork } from "@/app/components/shell/load-device-work";
import { meetDraftsElsewhere } from "@/app/components/shell/meet-drafts-elsewhere";
import { mayHaveWork, onFirstWork } from "@/lib/outbox/first-work";

/** How many cells show drafts of a page. */
const users = new Map<string, number>();
/** Pages of which it is known that there is no draft, or that none can be had. */
const withoutDrafts = new Set<string>();
/** Pages whose drafts the server was asked for. */
const asked = new Set<string>();
let isWatching = false;

/** Reads a page's drafts from the device, then asks the server for others', and again each time the page is come back to. */
export function openPageDrafts(page: string): () => void {
  const count = users.get(page) ?? 0;
  users.set(page, count + 1);
  // The cells of a page share one opening.
  if (count === 0) void open(page);
  return () => void users.set(page, (users.get(page) ?? 1) - 1);
}

/** False until it is known whether there are drafts. */
export const arePageDraftsOpen = (page: string): boolean =>
  withoutDrafts.has(page) || loadedDeviceWork()?.book.isLoaded(page) === true;

/** Before the first letter is typed: fetches what keeps it, and what was there before. */
export async function openToWrite() {
  const [{ book }] = await Promise.all([loadDeviceWork(), fetchDialogs()]);
  for (const [page, count] of users) if (count > 0 && !book.isLoaded(page)) await book.load(page);
}

async function open(page: string) {
  try {
    if (await mayHaveWork()) {
      await openFromDevice(page);
      askForOthersOnce(page);
    } else withoutDrafts.add(page);
  } catch {
    // Part of the page could not be fetched: it is fetched, or told of, when somebody wants to write.
    withoutDrafts.add(page);
  }
  tellDeviceWork();
  watch();
}

/** Somebody is about to use a cell: have they been here on another device? Asked once; who only reads asks for nothing. */
export function askForOthersOnce(page: string) {
  if (asked.has(page)) return;
  asked.add(page);
  void askForOthers(page);
}

/** What is asked and shown about drafts, and what reads them at a reload, must be there when the network is not. */
const fetchDialogs = () =>
  Promise.all([import("./history-dialog"), import("./draft-notice"), import("@/lib/outbox/take-over")]);

async function openFromDevice(page: string) {
  const [{ takeOverEarlierWork }, { book }] = await Promise.all([
    import("@/lib/outbox/take-over"),
    loadDeviceWork(),
    fetchDialogs(),
  ]);
  // What cannot be taken over stays where it was, for the next time.
  await takeOverEarlierWork().catch(() => {});
  await book.load(page);
}

function watch() {
  if (isWatching) return;
  isWatching = true;
  const shown = () => [...users].filter(([, count]) => count > 0).map(([page]) => page);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") for (const page of shown()) void askForOthers(page);
  });
  onFirstWork(() => {
    // Not fetched now: it is when somebody wants to write.
    for (const page of shown()) openFromDevice(page).catch(() => {});
  });
}

const askForOthers = (page: string) => meetDraftsElsewhere(page, () => openFromDevice(page));
