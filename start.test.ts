import { spawnSync } from "node:child_process";
import { cp, mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

const said = (
  command: string,
  { env = {}, cwd = process.cwd() }: { env?: Record<string, string>; cwd?: string } = {},
) => {
  const { status, stderr } = spawnSync("node", [path.join(cwd, "start.mjs"), command], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  return { status, stderr: stderr.trim() };
};

test("a taken port is told in one sentence, before anything is built", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => void other.listen(0, resolve));
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { status, stderr } = said("start", { env: { PORT: String(port) } });
  other.close();
  expect(status).toBe(1);
  expect(stderr).toBe(
    `npm start: Port ${port} is taken: stop what listens there, or set PORT to another one.`,
  );
});

test("a port that is no number is told", () => {
  expect(said("serve", { env: { PORT: "many" } }).stderr).toBe(
    'npm run serve: PORT is "many"; it must be a number from 1 to 65535.',
  );
});

test("without a network the failed installation is told in one sentence", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "lento-start-"));
  for (const file of ["start.mjs", "package.json", "package-lock.json"])
    await cp(file, path.join(folder, file));
  const { status, stderr } = said("build", {
    cwd: folder,
    env: {
      npm_config_registry: "http://127.0.0.1:9",
      npm_config_cache: path.join(folder, "cache"),
      npm_config_fetch_retries: "0",
    },
  });
  expect(status).toBe(1);
  expect(stderr).toBe(
    "npm run build: The packages could not be fetched: there is no way to the npm registry from this machine.",
  );
});
