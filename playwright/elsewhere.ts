import { createServer, type Server } from "node:http";

/** Where the programs of the test course try to send what they find. */
const PORT = 4312;

/** A server that is not ours: it counts who comes, and forbids nobody anything. */
export async function openElsewhere() {
  let hits = 0;
  const server: Server = createServer((_request, response) => {
    hits += 1;
    response.writeHead(200, {
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
    });
    response.end("/* taken */");
  });
  // A WebSocket's first request comes here.
  server.on("upgrade", (_request, socket) => {
    hits += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(PORT, "127.0.0.1", resolve));
  return {
    hits: () => hits,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
