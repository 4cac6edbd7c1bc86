import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { startOwnServer } from "../own-server";
import { expectNothingLost } from "./invariants";
import { openJournal } from "./journal";
import { report } from "./report";
import { newPostgresStore } from "./stores";
import { startSubmitting } from "./submitting";

const PORT = 4314;
const SERVER_PORTS = [4312, 4313];
const CLIENTS = 8;
const ROUNDS = 4;

/** As the README has it: attempts have ids of their own, so the other server may be asked again. */
const configuration = `
pid nginx.pid;
error_log stderr crit;
events {}
http {
  access_log off;
  upstream lento { ${SERVER_PORTS.map((port) => `server 127.0.0.1:${port} fail_timeout=1s;`).join(" ")} }
  server {
    listen 127.0.0.1:${PORT};
    location / {
      proxy_pass http://lento;
      proxy_set_header Host $http_host;
      proxy_next_upstream error timeout non_idempotent;
    }
  }
}
`;

test("two servers behind nginx share one PostgreSQL; one after the other is killed in mid-burst: nothing is lost, and nobody tries more than once again", async () => {
  test.setTimeout(300_000);
  const testInfo = test.info();
  const store = await newPostgresStore();
  const journal = openJournal(testInfo.outputPath("journal"));
  const logOf = (port: number) => testInfo.outputPath(`log-${port}`);
  const start = (port: number) =>
    startOwnServer({
      port,
      dataDir: testInfo.outputPath(`data-${port}`),
      logFile: logOf(port),
      env: { SECRET_KEY: "the same of every server of this test", ...store.env },
    });
  const servers = await Promise.all(SERVER_PORTS.map(start));
  const file = testInfo.outputPath("nginx.conf");
  writeFileSync(file, configuration);
  const nginx = spawn("nginx", ["-p", testInfo.outputPath(), "-c", file, "-g", "daemon off;"], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  process.once("exit", () => nginx.kill("SIGTERM"));
  const origin = `http://127.0.0.1:${PORT}`;
  await expect
    .poll(() =>
      fetch(`${origin}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    .toBe(true);

  const submitting = startSubmitting({ origins: [origin], journal, clients: CLIENTS, paceMs: 10 });
  const goOn = async () => {
    const goal = submitting.acknowledged() + 200;
    await expect.poll(submitting.acknowledged).toBeGreaterThan(goal);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await goOn();
    const index = round % servers.length;
    const port = SERVER_PORTS[index] ?? PORT;
    await servers[index]?.kill();
    await goOn();
    rmSync(logOf(port));
    servers[index] = await start(port);
    // Until nginx asks it again, there is one server, and nobody would take that one away.
    await expect.poll(() => readFileSync(logOf(port), "utf8")).toContain('"path":"/api/attempts"');
  }
  await goOn();
  await submitting.stop();
  const retries = Object.values(submitting.outages).reduce((sum, count) => sum + count, 0);
  report("killed behind nginx", {
    kills: ROUNDS,
    acknowledged: submitting.acknowledged(),
    "tried again": retries,
  });
  expect(submitting.strange).toEqual([]);
  expect(retries).toBeLessThanOrEqual(CLIENTS * ROUNDS);
  await expectNothingLost(origin, { journal, store });

  const ended = once(nginx, "exit");
  nginx.kill("SIGQUIT");
  await ended;
  for (const server of servers) await server.kill();
  journal.close();
  await store.end();
});
