import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { ARCHIVE, RELEASE } from "./packages";

const run = promisify(execFile);
const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** A package as the archive gave it: its file, and the hash of it that the archive's signature vouches for. */
export type FetchedPackage = {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
  readonly file: string;
};

/**
 * Downloads packages of Debian's i386 release, by apt with files of its own, whatever release and architecture the
 * computer has. Takes the pinned versions; where the archive has moved on, its newer ones, and says so.
 */
export async function fetchPackages(
  pins: Readonly<Record<string, string>>,
  folder: string,
): Promise<readonly FetchedPackage[]> {
  const apt = await openApt(folder);
  await apt("apt-get", ["update"]);
  const downloads = path.join(folder, "packages");
  await rm(downloads, { recursive: true, force: true });
  await mkdir(downloads);
  const offered = await offeredVersions(apt, Object.keys(pins));
  const wanted = Object.entries(pins).map(([name, pinned]) => {
    const versions = offered.get(name) ?? [];
    const [newest] = versions;
    if (newest === undefined) throw new Error(`${RELEASE} has no package "${name}" for i386.`);
    if (versions.includes(pinned)) return `${name}=${pinned}`;
    console.warn(`${name} ${pinned} is gone from the archive; ${newest} is taken instead.`);
    return `${name}=${newest}`;
  });
  await apt("apt-get", ["download", ...wanted], downloads);
  const files = (await readdir(downloads)).toSorted();
  return Promise.all(files.map((file) => describe(path.join(downloads, file))));
}

async function describe(file: string): Promise<FetchedPackage> {
  const { stdout } = await run("dpkg-deb", ["--show", "--showformat=${Package} ${Version}", file]);
  const [name = "", version = ""] = stdout.split(" ");
  const sha256 = createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
  return { name, version, sha256, file };
}

type Apt = (program: "apt-get" | "apt-cache", args: string[], cwd?: string) => Promise<string>;

/** By name, the newest first. */
async function offeredVersions(apt: Apt, names: readonly string[]) {
  const versions = new Map<string, string[]>();
  for (const line of (await apt("apt-cache", ["madison", ...names])).split("\n")) {
    const [name = "", version = ""] = line.split("|").map((part) => part.trim());
    if (version !== "") versions.set(name, [...(versions.get(name) ?? []), version]);
  }
  return versions;
}

/** Apt with lists, cache and sources in `folder`. */
async function openApt(folder: string): Promise<Apt> {
  const at = (name: string) => path.join(folder, "apt", name);
  for (const name of ["lists/partial", "cache/archives/partial", "no-sources"])
    await mkdir(at(name), { recursive: true });
  await writeFile(at("status"), "");
  if (!existsSync(KEYRING))
    throw new Error(`${KEYRING} is missing, by which packages are checked: install debian-archive-keyring.`);
  const source = `deb [arch=i386 signed-by=${KEYRING}] ${await archiveAddress()} ${RELEASE} main\n`;
  await writeFile(at("sources.list"), source);
  const options = {
    "APT::Architecture": "i386",
    "APT::Architectures": "i386",
    "APT::Sandbox::User": "root",
    "Debug::NoLocking": "1",
    "Dir::Cache": at("cache"),
    "Dir::Etc::SourceList": at("sources.list"),
    "Dir::Etc::SourceParts": at("no-sources"),
    "Dir::State::Lists": at("lists"),
    "Dir::State::Status": at("status"),
  };
  const given = Object.entries(options).flatMap(([key, value]) => ["-o", `${key}=${value}`]);
  return async (program, args, cwd = folder) => {
    const { stdout } = await run(program, [...given, ...args], { cwd, maxBuffer: 1 << 26 });
    return stdout;
  };
}

/** The mirror that this computer uses itself, where it is one of the same release. */
async function archiveAddress() {
  const format = ["indextargets", "--format", "$(RELEASE) $(COMPONENT) $(SITE)"];
  const targets = await run("apt-get", format).catch(() => ({ stdout: "" }));
  const own = targets.stdout.split("\n").find((line) => line.startsWith(`${RELEASE} main `));
  return own?.split(" ")[2] ?? ARCHIVE;
}
