// `isMain` is true in the program itself and false in its workers, and neither it nor Pool is met by loops over the globals.
function whoIsMain() {
  return isMain;
}

async function main() {
  const pool = new Pool(2);
  console.log(isMain === true);
  console.log((await pool.map(whoIsMain, [1, 2])).every((answer) => answer === false));
  console.log(!Object.keys(globalThis).includes("Pool") && !Object.keys(globalThis).includes("isMain"));
  await pool.close();
  console.log("ok");
}

if (isMain) main();
