import * as z from "zod";

/** The id of a question or an option: drawn by lot, so that it tells a learner nothing. */
export const OpaqueId = z
  .string()
  .regex(
    /^[a-z0-9]{4,8}$/,
    "An id is four to eight lower-case letters and digits without a meaning, such as k3v9",
  );
