// More processes than the machine has are refused with a sentence, and those that were begun are ended.
function double(number) {
  return 2 * number;
}

async function main() {
  try {
    new Pool(16);
  } catch (error) {
    console.log(
      error.message === "Another process cannot be started: this machine runs 16 processes at once at most",
    );
  }
  try {
    new Pool(0);
  } catch (error) {
    console.log(error instanceof RangeError);
  }
  const pool = new Pool(3);
  console.log((await pool.map(double, [1, 2, 3])).join() === "2,4,6");
  await pool.close();
  console.log("ok");
}

if (isMain) main();
