import * as z from "zod/mini";

/** What was written on the device, so that everything that shows it looks again. */
const News = z.strictObject({
  about: z.enum(["drafts", "attempts", "outbox"]),
});
type News = z.infer<typeof News>;

const CHANNEL = "lento:device";
/** `here`: this tab wrote it. */
type Listener = (news: News, from: "here" | "another tab") => void;

const listeners = new Set<Listener>();
let channel: BroadcastChannel | undefined;

/** Opened once: a channel hears every other one of its name but itself. */
function openChannel() {
  if (channel !== undefined) return channel;
  channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent) => {
    const news = News.safeParse(data);
    if (news.success) for (const listener of listeners) listener(news.data, "another tab");
  });
  return channel;
}

/** Tells this tab and all others. */
export function tell(news: News) {
  openChannel().postMessage(news);
  for (const listener of listeners) listener(news, "here");
}

/** Hears of changes by this tab and all others, until the given function is called. */
export function hear(listener: Listener): () => void {
  openChannel();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
