function blasts(nights) {
  let total = 0;
  for (let night = 1; night <= nights; night++) {
    total += night;
  }
  return total;
}
