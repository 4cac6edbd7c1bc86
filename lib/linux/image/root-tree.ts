import type { Tree, TreeFile } from "./tree";

/** What packages bring that nobody needs at this prompt. */
const LEFT_OUT = [
  /^\/(boot|var)\//,
  /^\/usr\/share\/(doc|man|info|locale|lintian|bug|apport|apache2|iftop|doc-base|bash-completion|menu)\//,
  /^\/usr\/share\/(pixmaps|applications|nano\/extra|python3\/runtime\.d|binfmts|debputy)\//,
  /^\/usr\/lib\/(valgrind|systemd|sysctl\.d|binfmt\.d)\//,
  /^\/etc\/(rc\d\.d|rcS\.d|cron\.daily|systemd|apparmor\.d)\//,
  /\/(__pycache__|ensurepip|idlelib|lib2to3|turtledemo|pydoc_data|tkinter|distutils\/command)\//,
  /\/gconv\/(?!gconv-modules)/,
];

const TERMINALS =
  /^\/usr\/share\/terminfo\/.\/(ansi|dumb|linux|screen(-256color)?|vt100|vt220|xterm(-256color)?)$/;

const links = {
  "/bin": "usr/bin",
  "/sbin": "usr/sbin",
  "/lib": "usr/lib",
  "/usr/bin/sh": "bash",
  "/usr/bin/python3": "python3.11",
  "/usr/sbin/init": "../bin/busybox",
  "/usr/bin/mount": "busybox",
  "/etc/mtab": "/proc/self/mounts",
};

const folders =
  "/proc /sys /dev /run /tmp /mnt /root /home/learner /var/log /var/lib/logrotate /var/spool/lento /var/tmp /srv/www /usr/local/bin /etc/logrotate.d";

/**
 * The machine's own files: what its packages brought, in one `usr` as Debian has it, and what is ours over it. The many
 * small commands are added by the machine itself when it boots first.
 */
export function rootTree(unpacked: ReadonlyMap<string, TreeFile>, own: ReadonlyMap<string, TreeFile>): Tree {
  const files = new Map<string, TreeFile>();
  for (const [name, file] of unpacked) {
    const merged = inUsr(name);
    if (isWanted(merged)) files.set(merged, file);
  }
  for (const [name, target] of Object.entries(links)) files.set(name, { kind: "link", target });
  for (const [name, file] of own) files.set(name, file);
  return { files, folders: folders.split(" ") };
}

const inUsr = (name: string) =>
  name.replace(/^\/(bin|sbin|lib)\//, "/usr/$1/").replace(/^\/usr\/lib\/terminfo\//, "/usr/share/terminfo/");

const isWanted = (name: string) =>
  !LEFT_OUT.some((pattern) => pattern.test(name)) &&
  (!name.startsWith("/usr/share/terminfo/") || TERMINALS.test(name));
