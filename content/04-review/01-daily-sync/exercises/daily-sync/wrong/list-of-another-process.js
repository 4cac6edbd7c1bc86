// fails: failing-folder: says so
// Copies every folder named in folders.txt from source/ to backup/, four at a time.
import { spawnSync } from "node:child_process";
import fs from "node:fs";

const failed = [];

// Copies one folder; notes it if that failed.
function sync(folder) {
  if (spawnSync("rsync", ["-a", `source/${folder}`, "backup/"]).status !== 0) failed.push(folder);
}

if (isMain) {
  const folders = fs.readFileSync("folders.txt", "utf8").trim().split(/\s+/);
  fs.mkdirSync("backup", { recursive: true });

  const pool = new Pool(4);
  await pool.map(sync, folders, { chunkSize: 1 });
  await pool.close();

  for (const folder of failed) console.log("failed:", folder);
  console.log(folders.length - failed.length, "of", folders.length, "folders copied");
  if (failed.length > 0) process.exitCode = 1;
}
