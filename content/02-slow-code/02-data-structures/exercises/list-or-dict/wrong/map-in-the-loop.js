// fails: growth: The work grows as O(n²), and the target is O(n log n)
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
  const size = 800;
  const customers = [];
  const orders = [];
  for (let n = 0; n < size; n++) {
    customers.push([n, `customer ${n}`]);
    orders.push((n * 37) % (size + 20));
  }

  const start = performance.now();
  const names = buyers(orders, customers);
  const milliseconds = performance.now() - start;

  console.log(names.slice(0, 4));
  const unknown = names.filter((name) => name === "unknown").length;
  console.log(names.length, "orders,", unknown, "by unknown buyers (counted)");
  console.log(`${milliseconds.toFixed(1)} ms (measured, one run)`);
}

main();
