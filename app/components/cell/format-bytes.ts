/** A size as people read it: `1 byte`, `640 bytes`, `12.3 kB`, `1.2 MB`. A kB has 1,000 bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  // 999,999 bytes are 1.0 MB, not 1,000.0 kB.
  return bytes < 999_950 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
