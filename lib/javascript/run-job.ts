import { enterMachine } from "@/lib/machine/enter-machine";
import { PROCESS_SLOTS } from "@/lib/machine/kernel-memory";
import type { MachineKernel } from "@/lib/machine/machine-kernel";
import type { Job, Place } from "@/lib/machine/process-message";
import { OWN_LANE } from "@/lib/machine/timeline-note";
import { openTimelineRecorder, type TimelineRecorder } from "@/lib/machine/timeline-recorder";
import type { MachineSettings } from "@/lib/run/machine-settings";
import { openCommands } from "./commands/open-commands";
import type { GuestCommands } from "./install-commands";
import type { GuestPool } from "./install-pool";
import type { JavaScriptProcess } from "./javascript-process";
import { openMachineDoor, type MachineDoor } from "./machine-door";
import { poolSource } from "./pool-source";
import { openPoolWorkers } from "./pool-workers";
import { runInJavaScript } from "./run-in-javascript";
import { openWorkerPipes, runWorker } from "./run-worker";
import { timerSource } from "./timer-source";
import { realClock } from "./wait-clock";
import { decodeWorkerTask } from "./worker-task";

/** A process before it has its place in the machine. */
export type BootedProcess = Omit<JavaScriptProcess, "kernel" | "sources" | "timeline"> & {
  /** Keeps the memory below its limit and tells how large it is, now and whenever it has grown. */
  readonly capMemory: (onSize: (bytes: number) => void) => void;
  readonly pool: GuestPool;
  readonly commands: GuestCommands;
};

/** Gives a booted process its place among the others of a run and does its job to the end. */
export async function runJob(booted: BootedProcess, { job, place }: { job: Job; place: Place }) {
  if (job.kind === "program") await runMain(booted, { request: job.request, place });
  else await runChild(booted, { job, place });
}

type Program = Extract<Job, { kind: "program" }>;
type Child = Extract<Job, { kind: "child" }>;

async function runMain(
  booted: BootedProcess,
  { request, place }: Pick<Program, "request"> & { place: Place },
) {
  const { pool, send } = booted;
  const kernel = enterMachine({ job: { kind: "program", request }, place });
  booted.capMemory(kernel.meters.hasMemory);
  const door = openDoor(booted, kernel, request.settings);
  const openMachine = () => {
    const fresh = booted.openMachine();
    fresh.enter(door);
    return fresh;
  };
  const timeline = place.tellsTimeline ? openTimelineRecorder(send) : null;
  const workers = openPoolWorkers({ kernel, send, program: request.program, before: request.before });
  pool.connect(
    { ...workers, reply() {}, task: null },
    // What Check looks at is loaded as another process would load it.
    { ...identityIn(place, request.program), isMain: request.checks === null, isWorker: false },
  );
  const begun = begin(booted, { kernel, door, settings: request.settings, timeline });
  const sources = [...begun, poolSource(pool, workers)];
  await runInJavaScript({ ...booted, openMachine, kernel, sources, timeline }, request);
}

async function runChild(booted: BootedProcess, { job, place }: { job: Child; place: Place }) {
  const { pool, send } = booted;
  const { settings } = job;
  const kernel = enterMachine({ job, place });
  booted.capMemory(kernel.meters.hasMemory);
  const door = openDoor(booted, kernel, settings);
  const task = decodeWorkerTask(job.payload);
  const timeline = place.tellsTimeline ? openTimelineRecorder(send) : null;
  timeline?.lane(OWN_LANE, "process", `Pool worker ${place.pid}`);
  timeline?.state(OWN_LANE, "starting", "its program");
  const pipes = openWorkerPipes(kernel, task, timeline);
  pool.connect(pipes.door, { ...identityIn(place, task.program), isMain: false, isWorker: true });
  const startedAtMs = performance.now();
  const sources = begin(booted, { kernel, door, settings, timeline });
  const process = { ...booted, kernel, sources, timeline };
  const exitCode = await runWorker(process, { pool, pipes, task });
  const measurement = { wallMs: performance.now() - startedAtMs, waitingMs: kernel.meters.waitedMs() };
  timeline?.end(OWN_LANE);
  timeline?.flush();
  send({ type: "ended", end: { outcome: "finished" }, exitCode, measurement });
}

const openDoor = ({ send, isInterrupted }: BootedProcess, kernel: MachineKernel, { disk }: MachineSettings) =>
  openMachineDoor({ kernel, disk, wantInput: () => send({ type: "input-wanted" }), isInterrupted });

/** Lets the machine reach what is around it; gives what its event loop waits for. */
function begin(
  { machine, commands, isInterrupted }: BootedProcess,
  {
    kernel,
    door,
    settings: { disk },
    timeline,
  }: {
    kernel: MachineKernel;
    door: MachineDoor;
    settings: MachineSettings;
    timeline: TimelineRecorder | null;
  },
) {
  machine.enter(door);
  return [
    timerSource(machine),
    commands.connect(openCommands({ kernel, disk, clock: realClock(kernel, isInterrupted), timeline })),
  ];
}

const identityIn = ({ pid, cpuCount }: Place, { path }: { path: string }) => ({
  pid,
  // One slot is the program's own.
  cpuCount: Math.min(cpuCount, PROCESS_SLOTS - 1),
  file: path,
});
