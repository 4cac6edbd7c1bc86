/** Runs once as the server starts: wrong settings and a database that cannot be used end it here, with a sentence. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { database } = await import("@/lib/storage/database.server");
  await database();
}
