import { once } from "node:events";
import { connect, createServer } from "node:net";
import * as z from "zod";

const PORT_OF_ADDRESS = z.object({ port: z.number() });

/**
 * Stands between a client and the PostgreSQL at `url`, at its own `url`. Once `loseAnswers` was called, what the server
 * says after the next statement that contains `word` is lost, and the connection with it.
 */
export async function openForgetfulProxy(url: string) {
  let word: string | null = null;
  const proxy = createServer((client) => {
    const server = connect(Number(new URL(url).port), new URL(url).hostname);
    let isLost = false;
    client.on("data", (sent) => {
      if (word !== null && sent.toString("latin1").toLowerCase().includes(word)) {
        isLost = true;
        word = null;
      }
      server.write(sent);
    });
    server.on("data", (said) => {
      // By then the server has done it.
      if (isLost) client.destroy();
      else client.write(said);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on("error", () => {});
      one.on("close", () => other.destroy());
    }
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String(PORT_OF_ADDRESS.parse(proxy.address()).port);
  return {
    url: through.href,
    loseAnswers: (after: string) => void (word = after),
    /** Whether the answer has been lost. */
    hasLost: () => word === null,
    end: () => void proxy.close(),
  };
}
