import type { Source } from "./event-loop";
import type { VirtualMachine } from "./virtual-machine";

/** A machine's timers, each run when it is due. */
export const timerSource = (machine: VirtualMachine): Source => ({
  poll() {
    if (machine.untilTimerMs() !== 0) return false;
    const ran = machine.runTimer();
    if ("error" in ran) return ran.error;
    ran.value.dispose();
    return true;
  },
  untilMs: machine.untilTimerMs,
  label: "a timer",
});
