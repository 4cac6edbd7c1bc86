import "server-only";
import * as z from "zod";
import { foreignOriginProblem } from "@/lib/learner/same-origin";
import { settings } from "@/lib/storage/settings.server";
import { readBody } from "./read-body.server";
import { refuseFlood } from "./refuse-flood.server";
import { refuse } from "./refuse";

/** What a request that changes something says, or the answer that turns it away. */
export type ReadMutation<Value> =
  | { readonly value: Value; readonly refusal: null }
  | { readonly value: null; readonly refusal: Response };

/** Takes JSON of our own pages only, up to `limitBytes`, and only as `schema` says. */
export async function readMutation<Schema extends z.core.$ZodType>(
  request: Request,
  { schema, limitBytes }: { schema: Schema; limitBytes: number },
): Promise<ReadMutation<z.output<Schema>>> {
  const turnAway = (status: number, message: string) => ({ value: null, refusal: refuse(status, message) });
  const foreign = foreignOriginProblem(request.headers, settings());
  if (foreign !== null) return turnAway(403, foreign);
  const flood = refuseFlood(request);
  if (flood !== null) return { value: null, refusal: flood };
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? ""))
    return turnAway(415, 'Send JSON, with the header "Content-Type: application/json".');
  const body = await readBody(request, { limitBytes });
  if ("problem" in body)
    return body.problem === "too-large"
      ? turnAway(413, `This is more than the ${limitBytes / 1024} KiB that are taken. Send less at once.`)
      : turnAway(400, "The body is not UTF-8 text. Send JSON.");
  const json = parseJson(body.text);
  if (json === undefined) return turnAway(400, "The body is not valid JSON. Check that it was sent whole.");
  const parsed = z.safeParse(schema, json);
  if (parsed.success) return { value: parsed.data, refusal: null };
  return turnAway(400, `The request is not as it should be:\n${z.prettifyError(parsed.error)}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
