// Workers compute what the program would, each a part of it.
function countPrimes([from, to]) {
  let found = 0;
  for (let number = Math.max(2, from); number < to; number += 1) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= number; divisor += 1)
      if (number % divisor === 0) {
        isPrime = false;
        break;
      }
    if (isPrime) found += 1;
  }
  return found;
}

async function main() {
  const parts = Array.from({ length: 8 }, (_, part) => [part * 2_500, (part + 1) * 2_500]);
  const pool = new Pool(2);
  const counts = await pool.map(countPrimes, parts);
  console.log(counts.reduce((sum, count) => sum + count) === 2_262);
  console.log(countPrimes([0, 20_000]) === 2_262);
  await pool.close();
  console.log("ok");
}

if (isMain) main();
