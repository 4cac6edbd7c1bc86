import { existsSync, readdirSync } from "node:fs";

function stowed(attempt) {
  attempt.freshFiles();
  attempt.run();
  const there = existsSync("hold") ? readdirSync("hold") : [];
  assert(there.length === readdirSync("quay").length, `In the hold there are ${there.length} crates.`);
}
