import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

const starting = `
  const { startOrExit } = await import("./lib/storage/start-or-exit.server.ts");
  await startOrExit();
  process.stdout.write("started");
`;

const start = (settings: Record<string, string>) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const node = ["--conditions=react-server", "--import=tsx", "--input-type=module", "--eval", starting];
    const env = { ...process.env, ...settings };
    execFile(process.execPath, node, { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

const newFolder = () => mkdtempSync(path.join(tmpdir(), "lento-start-"));

test("with right settings the server starts, and makes its data folder", async () => {
  const dataDir = path.join(newFolder(), "data");
  expect(await start({ DATA_DIR: dataDir })).toMatchObject({ code: 0, stdout: "started" });
});

test("wrong settings end the process with all that is wrong", async () => {
  const { code, stderr } = await start({ DATA_DIR: newFolder(), SECRET_KEY: "short", PUBLIC_URL: "nowhere" });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^These settings are wrong.*\n {2}SECRET_KEY: .*\n {2}PUBLIC_URL: .*\n$/);
});

test("a file that is no database ends the process and is left as it is", async () => {
  const dataDir = newFolder();
  writeFileSync(path.join(dataDir, "lento.sqlite"), "not a database, ".repeat(300));
  const { code, stderr } = await start({ DATA_DIR: dataDir });
  expect(code).toBe(1);
  expect(stderr).toContain("The database in DATA_DIR could not be opened. file is not a database");
});

test("a PostgreSQL that cannot be reached ends the process, and its password is not told", async () => {
  const DATABASE_URL = "postgres://lento:hunter2@127.0.0.1:9/lento";
  const { code, stderr } = await start({ DATA_DIR: newFolder(), DATABASE_URL });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The database at DATABASE_URL could not be opened\..*ECONNREFUSED/s);
  expect(stderr).not.toContain("hunter2");
});
