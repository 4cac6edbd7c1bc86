import { pageMachine } from "@/app/components/cell/page-machine";
import type { Machine } from "@/lib/machine/machine";

/** What starts machines with Linux on them. */
export type PageLinux = Pick<
  NonNullable<Machine["linux"]>,
  "name" | "packedBytes" | "licences" | "prepare" | "start"
>;

/** Why there can be no machine on this page, as a sentence with what to do. */
export class NoLinux extends Error {}

/** The page's Linux; throws `NoLinux` where there can be none, and something else where it may be had later. */
export async function pageLinux(): Promise<PageLinux> {
  if (!isSecureContext)
    throw new NoLinux(
      "This page came over plain http, and this computer needs https. Ask whoever runs this site for it.",
    );
  const { linux } = await pageMachine().catch((cause: unknown) => {
    throw new Error(
      "Part of this computer could not be fetched. Check your connection, then press Start again.",
      { cause },
    );
  });
  if (linux === null)
    throw new NoLinux(
      "This site was built without its Linux, so there is no prompt here. Whoever runs the site can add it: npm run build:linux.",
    );
  return linux;
}
