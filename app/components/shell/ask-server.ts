import * as z from "zod/mini";

/** What came of asking the server: its answer, its refusal in a sentence, or no connection. */
export type Answer<Value> =
  | { readonly outcome: "answered"; readonly value: Value }
  | { readonly outcome: "refused"; readonly status: number; readonly message: string }
  | { readonly outcome: "offline" };

const Message = z.object({ message: z.string() });

/** GETs an address, or POSTs `body` to it, and reads the answer against a schema. */
export async function askServer<Schema extends z.ZodMiniType>(
  address: string,
  schema: Schema,
  body?: unknown,
): Promise<Answer<z.infer<Schema>>> {
  const response = await fetch(address, body === undefined ? {} : posted(body)).catch(() => null);
  if (response === null) return { outcome: "offline" };
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return { outcome: "answered", value: schema.parse(answer) };
  const message = Message.safeParse(answer);
  const { status } = response;
  const fallback = `The server answered ${status}. Try again in a moment.`;
  return { outcome: "refused", status, message: message.success ? message.data.message : fallback };
}

const posted = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
