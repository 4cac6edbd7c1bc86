import { watch } from "node:fs";
import { refuse } from "@/app/api/refuse";
import { contentFolder } from "@/lib/course/content-folders.server";

export const dynamic = "force-dynamic";

/** In `npm run dev` only: an event for every saved file of the course, so that open pages show it. */
export function GET(request: Request): Response {
  if (process.env.NODE_ENV !== "development") return refuse(404, "There is nothing at this address.");
  const events = new ReadableStream<string>({
    start(controller) {
      const watcher = watch(contentFolder(), { recursive: true }, () =>
        controller.enqueue("data: changed\n\n"),
      );
      request.signal.addEventListener("abort", () => {
        watcher.close();
        controller.close();
      });
    },
  });
  return new Response(events.pipeThrough(new TextEncoderStream()), {
    headers: { "content-type": "text/event-stream" },
  });
}
