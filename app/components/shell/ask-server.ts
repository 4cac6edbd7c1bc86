import * as z from "zod/mini";

/** What came of asking the server: its answer, its refusal in a sentence, or no connection. */
export type Answer<Value> =
  | { readonly outcome: "answered"; readonly value: Value }
  | {
      readonly outcome: "refused";
      readonly status: number;
      readonly message: string;
      /** How long the server asks to wait before the next try; null where it does not. */
      readonly retryAfterMs: number | null;
    }
  | { readonly outcome: "offline" };

const Message = z.object({ message: z.string() });

/** GETs an address, or POSTs or PUTs `body` to it, and reads the answer against a schema. */
export async function askServer<Schema extends z.ZodMiniType>(
  address: string,
  schema: Schema,
  body?: unknown,
  method: "POST" | "PUT" = "POST",
): Promise<Answer<z.infer<Schema>>> {
  const response = await fetch(address, body === undefined ? {} : sent(method, body)).catch(() => null);
  if (response === null) return { outcome: "offline" };
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return { outcome: "answered", value: schema.parse(answer) };
  const message = Message.safeParse(answer);
  const { status } = response;
  const fallback = `The server answered ${status}. Try again in a moment.`;
  return {
    outcome: "refused",
    status,
    message: message.success ? message.data.message : fallback,
    retryAfterMs: retryAfterMs(response.headers.get("retry-after")),
  };
}

/** Ours come in seconds; a date, which a proxy may send, is not worth more than our own patience. */
function retryAfterMs(header: string | null): number | null {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}

const sent = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
