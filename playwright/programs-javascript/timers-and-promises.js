// Promises come before timers, timers in the order in which they are due, and the program ends when nothing is left.
const order = [];
setTimeout(() => order.push("late"), 30);
setTimeout(() => {
  order.push("soon");
  Promise.resolve().then(() => order.push("job of soon"));
}, 1);
setTimeout(() => order.push("after"), 5);
Promise.resolve().then(() => order.push("job"));
order.push("script");
setTimeout(() => {
  console.log(order.join() === "script,job,soon,job of soon,after,late");
  console.log("ok");
}, 60);
