/** Runs once as the server starts: wrong settings and a database that cannot be used show at once, with a sentence. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { startOrExit } = await import("@/lib/storage/start-or-exit.server");
  await startOrExit();
  const { incoming } = await import("@/lib/operating/incoming.server");
  incoming();
  // Set by start.mjs: Next then leaves the signals to us.
  if (process.env["NEXT_MANUAL_SIG_HANDLE"] === undefined) return;
  const { endGracefullyOn } = await import("@/lib/operating/end-gracefully.server");
  endGracefullyOn(["SIGTERM", "SIGINT"]);
}
