import type { TreeFile } from "./tree";

/** The kernel's modules that its first files must bring, in the order in which they are loaded. */
export const bootModules = [
  "virtio",
  "virtio_ring",
  "virtio_pci_legacy_dev",
  "virtio_pci_modern_dev",
  "virtio_pci",
  "9pnet",
  "9pnet_virtio",
  "netfs",
  "fscache",
  "9p",
  "virtio_console",
];

/** Mounts the machine's own files, which the emulator serves, and goes on there. */
const init = `#!/busybox sh
/busybox mount -t proc proc /proc
/busybox mount -t devtmpfs dev /dev
for module in ${bootModules.join(" ")}; do /busybox insmod /modules/$module.ko; done
/busybox mount -t 9p -o trans=virtio,version=9p2000.L,cache=loose,msize=131072 host9p /root
/busybox mount --move /dev /root/dev
/busybox umount /proc
exec /busybox switch_root /root /usr/sbin/init
`;

/** The files that the kernel boots with, as a cpio archive in the form "newc" (Linux: Documentation/driver-api/early-userspace/buffer-format.rst). */
export function initialRamdisk(busybox: Uint8Array, unpacked: ReadonlyMap<string, TreeFile>): Buffer {
  const entries: CpioEntry[] = [
    ...["proc", "dev", "root", "modules"].map((name) => ({ name, mode: 0o040755 })),
    { name: "busybox", mode: 0o100755, bytes: busybox },
    { name: "init", mode: 0o100755, bytes: Buffer.from(init) },
    { name: "dev/console", mode: 0o020600, device: [5, 1] },
    { name: "dev/null", mode: 0o020666, device: [1, 3] },
  ];
  for (const module of bootModules) {
    const [, file] = [...unpacked].find(([name]) => name.endsWith(`/${module}.ko`)) ?? [];
    if (file?.kind !== "file") throw new Error(`The kernel's package has no module "${module}".`);
    entries.push({ name: `modules/${module}.ko`, mode: 0o100644, bytes: file.bytes });
  }
  return Buffer.concat([...entries, { name: "TRAILER!!!", mode: 0 }].map(cpioEntry));
}

type CpioEntry = {
  readonly name: string;
  readonly mode: number;
  readonly bytes?: Uint8Array;
  readonly device?: readonly number[];
};

function cpioEntry({ name, mode, bytes = new Uint8Array(), device = [0, 0] }: CpioEntry, index: number) {
  const [major = 0, minor = 0] = device;
  const fields = [index + 1, mode, 0, 0, 1, 0, bytes.length, 0, 0, major, minor, name.length + 1, 0];
  const header = fields.map((field) => field.toString(16).padStart(8, "0")).join("");
  return Buffer.concat([padded(Buffer.from(`070701${header}${name}\0`)), padded(bytes)]);
}

const padded = (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
