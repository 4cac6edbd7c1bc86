// Sums up how long a script took in several runs.

function summarise(times) {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return [Math.min(...times), mean, Math.max(...times), "fine"];
}

for (const times of [[101, 99, 100, 102, 98], [90, 120, 100, 160, 110, 95, 140], [50, 51]]) {
  console.log(times, "->", summarise(times));
}
