// Arguments and results of many megabytes go through, in both directions at once.
function grow(bytes) {
  const grown = new Uint8Array(bytes.length * 2);
  grown.set(bytes);
  grown[grown.length - 1] = 7;
  return grown;
}
const repeat = (text) => text.repeat(10);

async function main() {
  const pool = new Pool(2);
  const calls = [1, 2, 3].map((size) => pool.submit(grow, new Uint8Array(size * 500_000).fill(size)));
  const grown = await Promise.all(calls);
  console.log(grown.map(({ length }) => length).join() === "1000000,2000000,3000000");
  console.log(grown.every((bytes, index) => bytes[0] === index + 1 && bytes.at(-1) === 7));
  const text = await pool.submit(repeat, "äé😀".repeat(20_000));
  console.log(text.length === 800_000 && text.endsWith("😀"));
  await pool.close();
  console.log("ok");
}

if (isMain) main();
