function blasts(nights) {
  let total = 0;
  for (let night = 0; night < nights; night++) {
    for (let blast = 0; blast < 20; blast++) {
      total += 1;
    }
  }
  return total;
}
