// What holds a machine up, from a second's figures of its monitors.

function diagnose(reading) {
  const { cores } = reading.cpu;
  const shares = {
    cpu: cores.reduce((sum, busy) => sum + busy, 0) / cores.length,
    memory: reading.memory.used,
    disk: reading.disk.busy,
    network: reading.network.used,
  };
  const [[highest]] = Object.entries(shares).sort(([, one], [, other]) => other - one);
  return [[highest, "utilisation"]];
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
