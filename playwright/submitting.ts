import { randomUUID } from "node:crypto";

/** Hands a JavaScript file in as a page would, with evidence that claims a pass; gives the answer, whatever it is. */
export async function submitProgram(
  origin: string,
  { cookie, exercise, code }: { cookie: string; exercise: string; code: string },
) {
  const cases = ["three", "none", "one", "many"].map((id) => ({ id, outcome: "equal" }));
  const response = await fetch(`${origin}/api/submissions`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, cookie },
    body: JSON.stringify({
      submissionId: randomUUID(),
      exercise,
      language: "javascript",
      code,
      evidence: { cases, work: null },
    }),
  });
  const body: unknown = await response.json();
  return {
    status: response.status,
    body,
    cookie: response.headers.get("set-cookie")?.split(";")[0] ?? cookie,
  };
}
