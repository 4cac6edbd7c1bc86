import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { V86 } from "v86";
import { machineHardware } from "./machine-hardware";
import { openAgent, type AgentConsole } from "@/lib/linux/agent";

const V86_WASM = path.join("node_modules", "v86", "build", "v86.wasm");
const BOOT_TIMEOUT_MS = 240_000;

const KERNEL_COMMAND_LINE = [
  "console=ttyS0 quiet loglevel=3",
  // One slow CPU whose clock is the emulator's.
  "tsc=reliable mitigations=off nowatchdog nr_cpus=1 nokaslr transparent_hugepage=never",
  "random.trust_cpu=on apparmor=0 audit=0 cgroup_disable=memory",
  // Else `nice` would compare only within a window.
  "noautogroup",
].join(" ");

/** Looked at once, so that what a prompt needs first is in memory before anybody waits for it. */
const WARM_UP = `
ls -la / > /dev/null; ps aux > /dev/null; top -b -n 1 > /dev/null; cat /etc/hosts > /dev/null; free > /dev/null
date > /dev/null; pidof init > /dev/null; killall -l > /dev/null; nice true; renice 0 $BASHPID > /dev/null; sleep 0; uptime > /dev/null
printf x | base64 | base64 -d > /dev/null; stty -F /dev/ttyS0 size > /dev/null; grep -c root /etc/passwd > /dev/null; id > /dev/null`;

/**
 * What was in memory and is free again is written over with zeros, which take no place in the image. A file in memory as
 * large as what is free does it; the reserves are lifted meanwhile.
 */
const CLEAR_FREE_MEMORY = `
sync; echo 3 > /proc/sys/vm/drop_caches
ls -la / > /dev/null; ps aux > /dev/null; bash -c 'cat /etc/hosts' > /dev/null; printf x | base64 | base64 -d > /dev/null
stty -F /dev/ttyS0 size > /dev/null; date > /dev/null
reserve=$(cat /proc/sys/vm/min_free_kbytes)
echo 1 > /proc/sys/vm/overcommit_memory
echo '0 0 0' > /proc/sys/vm/lowmem_reserve_ratio; echo 200 > /proc/sys/vm/min_free_kbytes
for round in 1 2; do
  mount -t tmpfs -o size=100% zeros /mnt
  dd if=/dev/zero of=/mnt/zeros bs=4k count=$(awk '/MemFree/ { print int($2 / 4) - 300 }' /proc/meminfo) 2> /dev/null
  umount /mnt
done
echo "$reserve" > /proc/sys/vm/min_free_kbytes; echo '256 32 0' > /proc/sys/vm/lowmem_reserve_ratio
echo 0 > /proc/sys/vm/overcommit_memory
rm -f /run/lento/commands.*; : > /root/.bash_history`;

export type BootFiles = {
  readonly kernel: Uint8Array;
  readonly ramdisk: Uint8Array;
  readonly bios: Uint8Array;
  readonly videoBios: Uint8Array;
  /** As `servedFiles` gives them. */
  readonly index: string;
  readonly contents: ReadonlyMap<string, Uint8Array>;
};

/** Boots the machine once, here, and gives its state at the prompt. Throws with what it printed where it does not come up. */
export async function bootImage(files: BootFiles, folder: string): Promise<Uint8Array> {
  const served = path.join(folder, "served");
  await mkdir(served, { recursive: true });
  await Promise.all([...files.contents].map(([name, bytes]) => writeFile(path.join(served, name), bytes)));
  const index = path.join(folder, "index.json");
  await writeFile(index, files.index);
  const image = (bytes: Uint8Array) => ({ buffer: new Uint8Array(bytes).buffer });
  const emulator = new V86({
    ...machineHardware,
    wasm_path: V86_WASM,
    bios: image(files.bios),
    vga_bios: image(files.videoBios),
    bzimage: image(files.kernel),
    initrd: image(files.ramdisk),
    cmdline: KERNEL_COMMAND_LINE,
    filesystem: { basefs: index, baseurl: served },
    autostart: true,
  });
  let printed = "";
  emulator.add_listener("serial0-output-byte", (byte) => (printed += String.fromCharCode(byte)));
  if (!hasBus(emulator)) throw new Error("This version of v86 has no bus.");
  const agent = openAgent(emulator);
  try {
    await within(BOOT_TIMEOUT_MS, agent.ready);
    for (const command of [WARM_UP, CLEAR_FREE_MEMORY]) {
      const { exitCode, output } = await within(BOOT_TIMEOUT_MS, agent.ask(command));
      if (exitCode !== 0) throw new Error(`The machine could not be made ready: ${output}`);
    }
    await emulator.stop();
    return new Uint8Array(await emulator.save_state());
  } catch (error) {
    throw new Error(`The machine did not boot. It printed:\n${printed.slice(-3000)}`, { cause: error });
  } finally {
    await emulator.destroy();
  }
}

const hasBus = (emulator: V86): emulator is V86 & AgentConsole => "bus" in emulator;

function within<Value>(timeoutMs: number, promise: Promise<Value>): Promise<Value> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`Nothing came within ${timeoutMs / 1000} s.`)), timeoutMs).unref();
  });
  return Promise.race([promise, late]);
}
