import * as z from "zod";

const Draw = z.object({ draw: z.string() });

/** A learner without a browser: one cookie, and requests as the course's own pages send them. */
export async function newLearner(origin: string | undefined) {
  if (origin === undefined) throw new Error("The project has no baseURL.");
  const first = await fetch(`${origin}/api/quizzes/keeping/draw`);
  const cookie = first.headers.getSetCookie()[0]?.split(";")[0] ?? "";

  const get = async (path: string): Promise<unknown> =>
    (await fetch(`${origin}${path}`, { headers: { cookie } })).json();

  /** A header that is null is not sent. */
  const postText = async (body: string, changed: Record<string, string | null> = {}) => {
    const all = { cookie, origin, "content-type": "application/json", ...changed };
    const headers = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
    const response = await fetch(`${origin}/api/attempts`, { method: "POST", body, headers });
    const answer: unknown = await response.json();
    return { status: response.status, body: answer };
  };

  return {
    draw: async (quiz: string) => Draw.parse(await get(`/api/quizzes/${quiz}/draw`)).draw,
    progress: () => get("/api/progress"),
    postText,
    post: (attempt: unknown, changed?: Record<string, string | null>) =>
      postText(JSON.stringify(attempt), changed),
  };
}
export type Learner = Awaited<ReturnType<typeof newLearner>>;
