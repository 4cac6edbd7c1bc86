import type { Machine } from "@/lib/machine/machine";

let opening: Promise<Machine> | undefined;

/** The page's one machine: its code is fetched on first intent and it stays across soft navigation. */
export function pageMachine(): Promise<Machine> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function open() {
  if (!isSecureContext)
    throw new Error(
      "this page came over plain http, and the machine needs https. Ask whoever runs this site for it.",
    );
  const [{ openMachine }, { machineAddresses }] = await Promise.all([
    import("@/lib/machine/machine"),
    import("./machine-addresses"),
    import("./run-details"),
  ]).catch((cause: unknown) => {
    throw new Error(
      "part of the machine could not be fetched. Check your connection, then press Run again.",
      {
        cause,
      },
    );
  });
  return openMachine(machineAddresses());
}
