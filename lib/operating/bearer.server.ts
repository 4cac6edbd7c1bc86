import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether a request shows this token in its `Authorization` header. */
export const bears = ({ headers }: Request, token: string): boolean =>
  // Of digests, since the comparison takes texts of one length only.
  timingSafeEqual(digest(headers.get("authorization") ?? ""), digest(`Bearer ${token}`));
