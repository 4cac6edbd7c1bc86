// Evaluated inside the virtual machine: takes the same mark over and over, to find out what a mark costs.
(mark, code, rounds) => {
  for (let round = 0; round < rounds; round += 1) {
    mark(code);
    mark(code);
    mark(code);
    mark(code);
    mark(code);
    mark(code);
    mark(code);
    mark(code);
    mark(code);
    mark(code);
  }
};
