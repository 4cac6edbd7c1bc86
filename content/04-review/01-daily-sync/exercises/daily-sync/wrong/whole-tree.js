// fails: once: was copied 4 times
// Copies every folder named in folders.txt from source/ to backup/, four at a time.
import { execFile } from "node:child_process";
import fs from "node:fs";

const WORKERS = 4;

// Copies the folders; promises the exit code of rsync, which is 0 if all went well.
function syncAll() {
  return new Promise((resolve) => {
    execFile("rsync", ["-a", "source/", "backup/"], (error) => resolve(error === null ? 0 : error.code));
  });
}

const folders = fs.readFileSync("folders.txt", "utf8").trim().split(/\s+/);
fs.mkdirSync("backup", { recursive: true });

await Promise.all(Array.from({ length: WORKERS }, syncAll));
const failed = folders.filter((folder) => !fs.existsSync(`backup/${folder}`));

for (const folder of failed) console.log("failed:", folder);
console.log(folders.length - failed.length, "of", folders.length, "folders copied");
if (failed.length > 0) process.exitCode = 1;
