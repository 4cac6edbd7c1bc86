import "server-only";
import { statfs } from "node:fs/promises";

/** By the numbers that Linux gives to kinds of file systems. */
const NETWORK_FILE_SYSTEMS = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xff534d42, "CIFS"],
  [0xfe534d42, "SMB 2"],
  [0x5346414f, "AFS"],
  [0x00c36400, "Ceph"],
  [0x0bd00bd0, "Lustre"],
]);

/** What kind of network file system a folder lies on; null if it lies on none that is known. */
export async function networkFileSystem(
  folder: string,
  readStatus: (folder: string) => Promise<{ type: number }> = statfs,
): Promise<string | null> {
  // Some kinds come as negative numbers where they do not fit into 31 bits.
  const { type } = await readStatus(folder);
  return NETWORK_FILE_SYSTEMS.get(type >>> 0) ?? null;
}
