"use client";

import { useEffect } from "react";
import { reloadIfCleared } from "./cleared-device";
import { reloadForGoneChunk } from "./gone-chunk";

/** Lets the site be opened without a network, from the first visit on, and pages not outlive what they show. Renders nothing. */
export function OfflineShell() {
  useEffect(() => {
    const watches = [reloadForGoneChunk(), reloadIfCleared()];
    const stopWatching = () => {
      for (const stop of watches) stop();
    };
    if (!("serviceWorker" in navigator)) return stopWatching;
    if (process.env.NODE_ENV !== "production") {
      void unregister();
      return stopWatching;
    }
    // Once the page has all it needs: the worker fetches for later.
    const start = () => void register().catch(() => {});
    if (document.readyState === "complete") start();
    else addEventListener("load", start, { once: true });
    return () => {
      removeEventListener("load", start);
      stopWatching();
    };
  }, []);
  return null;
}

/** A browser that refuses it (private window) opens the site with a network only, as before. */
async function register() {
  const { serviceWorker } = navigator;
  await serviceWorker.register("/service-worker.js", { updateViaCache: "none" });
  const { active } = await serviceWorker.ready;
  if (!cameByWorker()) active?.postMessage(location.pathname);
}

/** Whether the worker has seen this page. One that came just before it may be controlled by it all the same. */
const cameByWorker = () =>
  performance
    .getEntriesByType("navigation")
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.workerStart > 0);

/** While an author works on a port where the built site was before, no page may come from its cache. */
async function unregister() {
  for (const registration of await navigator.serviceWorker.getRegistrations())
    await registration.unregister();
}
