// fails: in-order: Gave [ '2026-05-08
// Leaves the function at the first answer, and with it the loop over the accounts.
import fs from "node:fs";

// The last sign-in of each account, or "never"; the log begins with the oldest.
function sightings(accounts, path) {
  const lines = fs.readFileSync(path, "utf8").trimEnd().split("\n").reverse();
  const seen = [];
  for (const account of accounts) {
    let last = "never";
    for (const line of lines) {
      const [day, time, login, outcome] = line.split(" ");
      if (login === account && outcome === "ok") {
        seen.push(`${day} ${time}`);
        return seen;
      }
    }
    seen.push(last);
  }
  return seen;
}

function main() {
  const accounts = fs.readFileSync("accounts.txt", "utf8").trim().split("\n");

  const start = performance.now();
  const seen = sightings(accounts, "logins.txt");
  const milliseconds = performance.now() - start;

  for (const [n, account] of accounts.entries()) console.log(account.padEnd(10) + seen[n]);
  console.log(`${milliseconds.toFixed(1)} ms (measured, one run)`);
}

main();
