function blasts(nights) {
  let total = 0;
  for (let night = 1; night <= nights; night++) {
    for (let blast = 0; blast < night; blast++) {
      total += 1;
    }
  }
  return total;
}
