// fails: work: the target is at most 10 %
// A map, and a new one for every order.

// The buyer's name for each order, in the order of the orders.
function buyers(orders, customers) {
  const names = [];
  for (const number of orders) {
    const nameOf = new Map();
    for (const [customer, name] of customers) {
      if (!nameOf.has(String(customer))) {
        nameOf.set(String(customer), name);
      }
    }
    names.push(nameOf.get(String(number)) ?? "unknown");
  }
  return names;
}

function main() {
  const customers = Array.from({ length: 800 }, (_, n) => [1000 + ((n * 7919) % 3000), `customer ${n}`]);
  const orders = Array.from({ length: 1000 }, (_, n) => 1000 + ((n * 1237) % 3000));

  const start = performance.now();
  const names = buyers(orders, customers);
  const milliseconds = performance.now() - start;

  console.log(names.slice(0, 4));
  const unknown = names.filter((name) => name === "unknown").length;
  console.log(names.length, "orders,", unknown, "of them by unknown buyers (counted)");
  console.log(`${milliseconds.toFixed(1)} ms (measured, one run)`);
}

main();
