import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { expect, test } from "vitest";
import * as z from "zod";
import { incoming } from "./incoming.server";

async function serve(answer: (forwardedFor: string, response: ServerResponse) => void) {
  const server = createServer(({ headers }, response) =>
    answer(String(headers["x-forwarded-for"]), response),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;
}

test("who sends a request is noted behind what the request claims", async () => {
  incoming();
  const origin = await serve((forwardedFor, response) => response.end(forwardedFor));
  expect(await (await fetch(origin)).text()).toBe("127.0.0.1");
  const headers = { "x-forwarded-for": "203.0.113.1" };
  expect(await (await fetch(origin, { headers })).text()).toBe("203.0.113.1, 127.0.0.1");
});

test("at the end what came is answered, and nobody else is let in", async () => {
  incoming();
  let answer = () => {};
  const arrived = Promise.withResolvers<void>();
  const origin = await serve((_, response) => {
    answer = () => response.end("done");
    arrived.resolve();
  });
  const asked = fetch(origin);
  await arrived.promise;
  let isClosed = false;
  const closed = incoming()
    .close()
    .then(() => (isClosed = true));
  await expect(fetch(origin)).rejects.toThrow("fetch failed");
  expect(isClosed).toBe(false);
  answer();
  expect(await (await asked).text()).toBe("done");
  await closed;
});
