import type { MachineKernel } from "./machine-kernel";

/** The keyboard's pipe, which has to be the first; the program's own process holds both of its ends. */
export function openKeyboard({ pipes, slot }: MachineKernel) {
  pipes.create(slot);
}
