// A program that a worker cannot load breaks the Pool with that error, at once and for ever.
function double(number) {
  return 2 * number;
}
if (!isMain) null.missing;

async function main() {
  const pool = new Pool(2);
  try {
    await pool.map(double, [1, 2, 3]);
  } catch (error) {
    console.log(error.message.includes("could not load script.js: TypeError"));
    console.log(error.stack.includes("script.js:5"));
  }
  await pool.close();
  console.log("ok");
}

if (isMain) main();
