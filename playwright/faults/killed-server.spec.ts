import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { startOwnServer } from "../own-server";
import { expectNoHistoryShrank, expectNothingLost } from "./invariants";
import { openJournal } from "./journal";
import { byLength } from "./length";
import { report } from "./report";
import { newPostgresStore, newSqliteStore } from "./stores";
import { startSubmitting } from "./submitting";

const PORT = 4312;
const KILLS = byLength({ short: 10, long: 100 });
const SUBMITS = byLength({ short: 100, long: 1_000 });
const LONGEST_LIFE_MS = 400;
/** Ten or so are acknowledged in each life of the server. */
const PACE_MS = 150;
const stores = { SQLite: newSqliteStore, PostgreSQL: () => newPostgresStore() };

for (const [name, newStore] of Object.entries(stores))
  test(`a server on ${name} that is killed again and again while attempts come loses none that it acknowledged`, async () => {
    const testInfo = test.info();
    test.setTimeout(byLength({ short: 120_000, long: 1_800_000 }));
    const dataDir = testInfo.outputPath("data");
    const store = await newStore(dataDir);
    const journal = openJournal(testInfo.outputPath("journal"));
    const start = () => startOwnServer({ port: PORT, dataDir, env: store.env });
    let server = await start();
    const submitting = startSubmitting({ origins: [server.origin], journal, clients: 8, paceMs: PACE_MS });
    let kills = 0;
    for (; kills < KILLS || submitting.acknowledged() < SUBMITS; kills += 1) {
      await wait(Math.random() * LONGEST_LIFE_MS);
      await server.kill();
      const before = submitting.acknowledgedOf();
      server = await start();
      await expectNoHistoryShrank(server.origin, before);
    }
    await submitting.stop();
    expect(submitting.strange).toEqual([]);
    await expectNothingLost(server.origin, { journal, store });
    report(`killed server, ${name}`, {
      kills,
      acknowledged: submitting.acknowledged(),
      ...submitting.outages,
    });
    await server.kill();
    journal.close();
    await store.end();
  });
