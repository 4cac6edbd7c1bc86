import { useSyncExternalStore } from "react";
import type { DeviceWork, openDeviceWork } from "./device-work";

type Loaded = ReturnType<typeof openDeviceWork>;

/** How it stands until anything was looked at, or where there never was anything. */
const unlooked: DeviceWork = { work: null, isUnwritten: false, heldUp: null, isRefused: false };

let loaded: Loaded | null = null;
let loading: Promise<Loaded> | undefined;
const listeners = new Set<() => void>();

/** Everything that shows work looks at it again. */
export function tellDeviceWork() {
  for (const listener of listeners) listener();
}

/** Fetches what keeps work on the device: no part of a page that is only read. */
export function loadDeviceWork(): Promise<Loaded> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Loaded> {
  // The panel is the last resort: it must be there when the network is not.
  const [deviceWork] = await Promise.all([import("./device-work"), import("./work-panel")]);
  loaded ??= deviceWork.openDeviceWork(tellDeviceWork);
  tellDeviceWork();
  return loaded;
}

/** What was fetched; null before. */
export const loadedDeviceWork = () => loaded;

/** Hears of every change, until the given function is called. */
export function onDeviceWork(onChange: () => void) {
  listeners.add(onChange);
  return () => void listeners.delete(onChange);
}

/** How it stands with the work on this device, followed as it changes. */
export const useDeviceWork = (): DeviceWork =>
  useSyncExternalStore(
    onDeviceWork,
    () => loaded?.current() ?? unlooked,
    () => unlooked,
  );
