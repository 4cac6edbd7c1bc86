// A Pool that every worker would start too is refused in the workers with a sentence, and the program hears of it.
function double(number) {
  return 2 * number;
}

const pool = new Pool(2);
pool
  .map(double, [1, 2])
  .then(
    () => console.log("no"),
    (error) => {
      console.log(error.message.includes("could not load script.js: Error: A worker cannot start a Pool."));
      console.log(error.message.includes("if (isMain)"));
      return pool.map(double, [3]).catch((later) => console.log(later === error));
    },
  )
  .then(() => console.log("ok"));
