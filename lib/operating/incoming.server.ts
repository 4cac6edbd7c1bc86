import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

/** What Node tells of each request as it comes in, before any handler sees it. */
type Started = { request: IncomingMessage; response: ServerResponse; server: Server };

declare global {
  // Next bundles its parts apart from one another: kept here, they share one.
  var lentoIncoming: ReturnType<typeof watchIncoming> | undefined;
}

/** The requests that this process has to answer yet. It starts to watch at the first call. */
export const incoming = () => (globalThis.lentoIncoming ??= watchIncoming());

const isStarted = (message: unknown): message is Started =>
  typeof message === "object" &&
  message !== null &&
  ["request", "response", "server"].every((part) => part in message);

function watchIncoming() {
  const servers = new Set<Server>();
  const unanswered = new Set<ServerResponse>();
  let isClosing = false;
  let whenIdle: (() => void) | null = null;

  subscribe("http.server.request.start", (message) => {
    if (!isStarted(message)) return;
    const { request, response, server } = message;
    servers.add(server);
    unanswered.add(response);
    response.once("close", () => {
      unanswered.delete(response);
      if (unanswered.size === 0) whenIdle?.();
    });
    nameSender(request);
    // The next request on this connection would come too late.
    if (isClosing) response.shouldKeepAlive = false;
  });

  return {
    /** From now on each connection ends with its answer. */
    announceEnd() {
      isClosing = true;
    },
    /** Takes no more connections; resolves when all that came is answered. */
    async close() {
      isClosing = true;
      for (const server of servers) server.close();
      if (unanswered.size > 0) await new Promise<void>((resolve) => void (whenIdle = resolve));
    },
  };
}

/** Appends whom we heard it from, as a proxy would: Next alone leaves what a client claims. */
function nameSender({ headers, socket }: IncomingMessage) {
  const claimed = headers["x-forwarded-for"];
  const sender = socket.remoteAddress ?? "";
  headers["x-forwarded-for"] = claimed === undefined ? sender : `${String(claimed)}, ${sender}`;
}
