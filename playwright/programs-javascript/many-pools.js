// Pools may be open beside each other and after each other, and places that were left are used again.
function double(number) {
  return 2 * number;
}

async function main() {
  const pools = [new Pool(2), new Pool(2)];
  const results = await Promise.all(pools.map((pool, index) => pool.map(double, [index, index + 10])));
  console.log(JSON.stringify(results) === "[[0,20],[2,22]]");
  for (const pool of pools) await pool.close();
  for (let round = 0; round < 4; round += 1) {
    const pool = new Pool(3);
    if ((await pool.submit(double, round)) !== 2 * round) console.log("wrong");
    if (round % 2 === 0) pool.terminate();
    else await pool.close();
  }
  console.log("ok");
}

if (isMain) main();
