import path from "node:path";
import { backUp, BackUpError } from "./back-up.server";
import { EnvironmentError, readEnvironment } from "./environment.server";

/** `npm run backup`: into the file that is named, else into a new one in DATA_DIR. */
async function main(file: string | undefined) {
  const { databaseUrl, dataDir } = readEnvironment(process.env);
  if (databaseUrl !== null)
    throw new BackUpError(
      "The store is PostgreSQL (DATABASE_URL): back it up with pg_dump, or as its host does.",
    );
  const name = `lento-${new Date().toISOString().replaceAll(":", "-")}.sqlite`;
  const to = path.resolve(file ?? path.join(dataDir, "backups", name));
  await backUp({ from: path.join(dataDir, "lento.sqlite"), to });
  console.log(to);
}

try {
  await main(process.argv[2]);
} catch (error) {
  if (!(error instanceof BackUpError || error instanceof EnvironmentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
