// Two workers are at work at the same time, each waiting for what the other one does, and the program's own timers run meanwhile.
async function exchange([own, other]) {
  const { execFileSync, spawnSync } = await import("node:child_process");
  execFileSync("cp", ["script.js", own]);
  while (spawnSync("ls", [other]).status !== 0) await new Promise((resolve) => setTimeout(resolve, 5));
  return own;
}

async function main() {
  const pool = new Pool(2);
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 1);
  const pairs = [
    ["ping", "pong"],
    ["pong", "ping"],
  ];
  console.log((await pool.map(exchange, pairs, { chunkSize: 1 })).join() === "ping,pong");
  clearInterval(ticking);
  console.log(ticks > 0);
  await pool.close();
  console.log("ok");
}

if (isMain) main();
