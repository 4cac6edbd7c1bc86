import * as z from "zod";

const Draw = z.object({ draw: z.string() });

/** A learner without a browser: one cookie, and requests as the course's own pages send them. */
export async function newLearner(origin: string | undefined) {
  if (origin === undefined) throw new Error("The project has no baseURL.");
  const home = origin;
  const first = await fetch(`${origin}/api/quizzes/keeping/draw`);
  const cookie = first.headers.getSetCookie()[0]?.split(";")[0];
  // A server in trouble gives none; whatever were then sent without would be another learner's each time.
  if (cookie === undefined) throw new Error(`The server knows nobody yet; it answered ${first.status}.`);

  const get = async (path: string): Promise<unknown> =>
    (await fetch(`${origin}${path}`, { headers: { cookie } })).json();

  /** A header that is null is not sent. */
  async function send(server: string, body: string, changed: Record<string, string | null> = {}) {
    const all = { cookie, origin: server, "content-type": "application/json", ...changed };
    const headers = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
    const response = await fetch(`${server}/api/attempts`, { method: "POST", body, headers });
    const answer: unknown = await response.json();
    return { status: response.status, body: answer, retryAfter: response.headers.get("retry-after") };
  }

  async function postText(body: string, changed?: Record<string, string | null>) {
    const { status, body: answer } = await send(home, body, changed);
    return { status, body: answer };
  }

  return {
    cookie,
    draw: async (quiz: string) => Draw.parse(await get(`/api/quizzes/${quiz}/draw`)).draw,
    progress: () => get("/api/progress"),
    postText,
    post: (attempt: unknown, changed?: Record<string, string | null>) =>
      postText(JSON.stringify(attempt), changed),
    /** As `post`, to another server of the same store; with what it says about coming back. */
    postTo: (server: string, attempt: unknown) => send(server, JSON.stringify(attempt)),
  };
}
export type Learner = Awaited<ReturnType<typeof newLearner>>;
