// Two workers wait at the same time, and the program's own timers run meanwhile.
function slowly(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, performance.now()));
}

async function main() {
  const pool = new Pool(2);
  await pool.map(slowly, [1, 1]);
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 10);
  const startedAt = performance.now();
  await pool.map(slowly, [400, 400], { chunkSize: 1 });
  const elapsedMs = performance.now() - startedAt;
  clearInterval(ticking);
  console.log(elapsedMs < 790);
  console.log(ticks > 2);
  await pool.close();
  console.log("ok");
}

if (isMain) main();
