// fails: nobody: cannot read property
// indexOf gives -1 where there is nothing to find, and no array has a place -1.

// The buyer's name for each order, in the order of the orders.
function buyers(orders, customers) {
  const numbers = customers.map(([customer]) => String(customer));
  const names = [];
  for (const number of orders) {
    const place = numbers.indexOf(String(number));
    names.push(customers[place][1]);
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
