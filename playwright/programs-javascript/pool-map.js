// Pool.map gives the results in the order of the items, whatever they take.
function slowly(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, milliseconds * 2));
}

async function main() {
  const pool = new Pool(3);
  console.log(pool.size === 3);
  const results = await pool.map(slowly, [40, 1, 20, 2], { chunkSize: 1 });
  console.log(results.join() === "80,2,40,4");
  console.log((await pool.map(slowly, [])).length === 0);
  console.log((await pool.map(slowly, new Set([1, 2]))).join() === "2,4");
  await pool.close();
  console.log("ok");
}

if (isMain) main();
