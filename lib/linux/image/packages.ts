/** The release whose packages the machine is made of; the last one with a kernel for the CPU that v86 emulates. */
export const RELEASE = "bookworm";

/** Where they come from where the computer that builds has no source of this release. */
export const ARCHIVE = "http://deb.debian.org/debian";

/** What boots the machine; none of it is in the machine's own files. */
export const bootPackages = {
  "linux-image-6.1.0-50-686": "6.1.176-1",
  seabios: "1.16.2-1",
};

/** What is in the machine: programs for the prompt, and every library they load. */
export const rootPackages = {
  "apache2-utils": "2.4.68-1~deb12u1",
  bash: "5.2.15-2+b13",
  bsdutils: "1:2.38.1-5+deb12u3",
  "busybox-static": "1:1.35.0-4+deb12u1+b1",
  coreutils: "9.1-1",
  iftop: "1.0~pre4-9",
  "iotop-c": "1.23-1+deb12u1",
  libacl1: "2.3.1-3",
  libapr1: "1.7.2-3+deb12u1",
  libaprutil1: "1.6.3-1",
  libattr1: "1:2.5.1-4",
  "libbz2-1.0": "1.0.8-5+b1",
  libc6: "2.36-9+deb12u14",
  libcap2: "1:2.66-4+deb12u3+b1",
  libcrypt1: "1:4.4.33-2",
  "libdb5.3": "5.3.28+dfsg2-1",
  "libdbus-1-3": "1.14.10-1~deb12u1",
  libexpat1: "2.5.0-1+deb12u2",
  libffi8: "3.4.4-1",
  libgmp10: "2:6.2.1+dfsg1-1.1",
  "libgcc-s1": "12.2.0-14+deb12u1",
  libgcrypt20: "1.10.1-3+deb12u1",
  "libgpg-error0": "1.46-1",
  "liblz4-1": "1.9.4-1",
  liblzma5: "5.4.1-1+deb12u1",
  libncurses6: "6.4-4",
  libncursesw6: "6.4-4",
  "libpcap0.8": "1.10.3-1",
  "libpcre2-8-0": "10.42-1",
  libpopt0: "1.19+dfsg-1",
  "libproc2-0": "2:4.0.2-3",
  "libpython3.11-minimal": "3.11.2-6+deb12u8",
  "libpython3.11-stdlib": "3.11.2-6+deb12u8",
  libreadline8: "8.2-1.3",
  libselinux1: "3.4-1+b6",
  "libsqlite3-0": "3.40.1-2+deb12u2",
  libssl3: "3.0.20-1~deb12u2",
  libsystemd0: "252.39-1~deb12u2",
  libtinfo6: "6.4-4",
  libuuid1: "2.38.1-5+deb12u3",
  libxxhash0: "0.8.1-1",
  libzstd1: "1.5.4+dfsg2-5",
  logrotate: "3.21.0-1",
  "media-types": "10.0.0",
  nano: "7.2-1+deb12u1",
  "ncurses-base": "6.4-4",
  procps: "2:4.0.2-3",
  psmisc: "23.6-1",
  "python3-minimal": "3.11.2-1+b1",
  "python3-pprofile": "2.1.0-1",
  "python3.11": "3.11.2-6+deb12u8",
  "python3.11-minimal": "3.11.2-6+deb12u8",
  rsync: "3.2.7-1+deb12u6",
  "sysvinit-utils": "3.06-4",
  zlib1g: "1:1.2.13.dfsg-1",
};

/** Packages of which only these files are taken: busybox's small commands, in memory from the start, stand for the others. */
export const chosenFiles: Readonly<Record<string, RegExp>> = {
  coreutils: /^\/(usr\/)?bin\/(date|df|du|nice|nohup|nproc|sort|stat|stdbuf|tail|timeout|tty)$/,
};
