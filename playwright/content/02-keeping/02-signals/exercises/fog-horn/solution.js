function blasts(nights) {
  let total = 0;
  for (let night = 0; night < nights; night++) {
    total += 20;
  }
  return total;
}
