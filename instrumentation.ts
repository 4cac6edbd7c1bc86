/** Runs once as the server starts: wrong settings and a database that cannot be used show at once, with a sentence. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { startOrExit } = await import("@/lib/storage/start-or-exit.server");
  await startOrExit();
}
