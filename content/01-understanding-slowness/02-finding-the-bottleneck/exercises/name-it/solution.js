// What holds a machine up, from a second's figures of its monitors.

// The first of the three that is true; null where none is.
function evidence(errors, waits, busy) {
  if (errors) return "errors";
  if (waits) return "saturation";
  if (busy) return "utilisation";
  return null;
}

function diagnose({ cpu, memory, disk, network }) {
  const found = [
    ["cpu", evidence(false, cpu.running > cpu.cores.length, Math.max(...cpu.cores) >= 90)],
    ["memory", evidence(memory.killed > 0, memory.swapped > 0, false)],
    ["disk", evidence(disk.errors > 0, disk.queue > 1, disk.busy >= 90)],
    ["network", evidence(network.errors > 0, network.resent > 0, network.used >= 90)],
  ];
  return found.filter(([, proof]) => proof !== null);
}

function main() {
  console.log(
    diagnose({
      cpu: { cores: [9, 14, 6, 11], running: 1 },
      memory: { used: 97, swapped: 0, killed: 0 },
      disk: { busy: 96, queue: 9, errors: 0 },
      network: { used: 1, resent: 0, errors: 0 },
    }),
  );
}

main();
