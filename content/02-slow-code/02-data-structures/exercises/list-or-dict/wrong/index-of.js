// fails: nobody: Gave [ 'Ada', undefined ] instead of [ 'Ada', 'unknown' ]
// indexOf gives -1 where there is nothing to find, and no array has a place -1.

// The buyer's name for each order, in the order of the orders.
function buyers(orders, customers) {
  const numbers = customers.map(([customer]) => String(customer));
  const namesInList = customers.map(([, name]) => name);
  const names = [];
  for (const number of orders) {
    names.push(namesInList[numbers.indexOf(String(number))]);
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
