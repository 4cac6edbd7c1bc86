// An error of a worker that nobody catches ends the program, and is told with the lines of both processes.
function fails() {
  throw new RangeError("too far");
}

async function main() {
  const pool = new Pool(1);
  const error = await pool.submit(fails).catch((thrown) => thrown);
  const { stack } = error;
  console.log(
    /^ *at fails \(script\.js:3:\d+\)\n {4}in process \d+, asked by\n *at main \(script\.js:8:\d+\)/.test(
      stack,
    ),
  );
  console.log("ok");
}

if (isMain) main();
