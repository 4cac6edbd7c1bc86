function newcomers(ships) {
  const seen = [];
  for (const ship of ships) {
    if (!seen.includes(ship)) {
      seen.push(ship);
    }
  }
  return seen.length;
}
