function newcomers(ships) {
  const seen = new Set();
  for (const ship of ships) {
    if (!seen.has(ship)) {
      seen.add(ship);
    }
  }
  return seen.size;
}
