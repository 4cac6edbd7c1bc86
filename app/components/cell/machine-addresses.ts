import { MachineFiles } from "@/lib/machine/machine-files";

/** Where the machine's parts are served, as this site was built. */
export const machineAddresses = (): MachineFiles =>
  MachineFiles.parse(JSON.parse(process.env["MACHINE_FILES"] ?? "null"));
