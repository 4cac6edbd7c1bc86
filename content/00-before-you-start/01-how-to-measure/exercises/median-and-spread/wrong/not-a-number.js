// fails: clock-saw-nothing: Gave [ 0, 0, 0, 'fine' ]
// Sums up how long a script took in several runs.

const FEWEST_RUNS = 5;

// The middle of times that are sorted already.
function median(ordered) {
  const half = Math.floor(ordered.length / 2);
  if (ordered.length % 2 === 1) return ordered[half];
  return (ordered[half - 1] + ordered[half]) / 2;
}

function summarise(times) {
  if (times.length < FEWEST_RUNS) return null;
  const ordered = [...times].sort((one, other) => one - other); // without the function it sorts them as text
  const half = Math.floor(ordered.length / 2);
  const [lower, middle, upper] = [ordered.slice(0, half), ordered, ordered.slice(-half)].map(median);
  const isNoisy = (upper - lower) / middle > 0.1;
  return [lower, middle, upper, isNoisy ? "too noisy to tell" : "fine"];
}

for (const times of [[101, 99, 100, 102, 98], [90, 120, 100, 160, 110, 95, 140], [50, 51]]) {
  console.log(times, "->", summarise(times));
}
