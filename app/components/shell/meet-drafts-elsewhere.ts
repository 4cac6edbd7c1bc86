/**
 * Asks the server for what other devices have of a page's drafts: what is not here is put here, what differs is offered.
 * `prepare` comes before, where there are any. What cannot be reached now tells of it with the next look or sending.
 */
export async function meetDraftsElsewhere(page: string, prepare: () => Promise<void> = async () => {}) {
  const query = new URLSearchParams({ page }).toString();
  const answer = await fetch(`/api/drafts?${query}`).catch(() => null);
  if (answer?.status !== 200) return;
  const found: unknown = await answer.json();
  const [{ meetServerDrafts }, { ServerDrafts }] = await Promise.all([
    import("@/lib/outbox/server-drafts"),
    import("@/lib/course/draft-request"),
  ]);
  await prepare();
  await meetServerDrafts(ServerDrafts.parse(found).drafts, new Date());
}
