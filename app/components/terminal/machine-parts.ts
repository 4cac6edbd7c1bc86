/** What a machine needs once somebody is about to start it, fetched as one. */
export { handInTerminal } from "./hand-in-terminal";
export {
  exchangeLeftMachine,
  isLeftMachineAside,
  keepLeftMachine,
  putLeftMachineAside,
  readLeftMachine,
} from "./left-machines";
export { openLinuxSession } from "./linux-session";
export { pageLinux } from "./page-linux";
export { openLooks } from "./terminal-look";
export { TerminalWindows } from "./terminal-windows";

/** The terminal itself, most of it. */
export const fetchTerminal = () => import("./open-terminal");
