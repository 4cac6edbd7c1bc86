// What workers print is heard, and every worker loads the program.
if (!isMain) console.log("a worker has loaded the program");
function say(word) {
  console.log(`a worker says ${word}`);
  return word.length;
}

async function main() {
  const pool = new Pool(1);
  console.log((await pool.submit(say, "hello")) === 5);
  await pool.close();
  console.log("ok");
}

if (isMain) main();
