/** The bits of a mode that say what a node is, as POSIX has them; the others are permissions. */
export const S_IFMT = 0o170_000;
export const S_IFDIR = 0o040_000;
export const S_IFREG = 0o100_000;
export const S_IFLNK = 0o120_000;
export const PERMISSIONS = 0o7777;

export const isFolder = (mode: number) => (mode & S_IFMT) === S_IFDIR;
export const isRegularFile = (mode: number) => (mode & S_IFMT) === S_IFREG;
export const isLink = (mode: number) => (mode & S_IFMT) === S_IFLNK;
