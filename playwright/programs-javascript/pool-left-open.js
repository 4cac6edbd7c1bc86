// A Pool that is left open ends with the program.
function double(number) {
  return 2 * number;
}

async function main() {
  const pool = new Pool(2);
  console.log((await pool.map(double, [1, 2])).join() === "2,4");
  console.log("ok");
}

if (isMain) main();
