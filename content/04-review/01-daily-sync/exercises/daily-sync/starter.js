// Copies every folder named in folders.txt from source/ to backup/, one after the other.
import { spawnSync } from "node:child_process";
import fs from "node:fs";

// Copies one folder; gives the exit code of rsync, which is 0 if all went well.
function sync(folder) {
  return spawnSync("rsync", ["-a", `source/${folder}`, "backup/"]).status;
}

const folders = fs.readFileSync("folders.txt", "utf8").trim().split(/\s+/);
fs.mkdirSync("backup", { recursive: true });

const failed = [];
for (const folder of folders) {
  if (sync(folder) !== 0) failed.push(folder);
}

for (const folder of failed) console.log("failed:", folder);
console.log(folders.length - failed.length, "of", folders.length, "folders copied");
if (failed.length > 0) process.exitCode = 1;
