const KEPT = "Your work is kept on this device and is handed in by itself.";

/** Said while the server does not answer what was handed in; `message` is what it said itself, if anything. */
export const heldUpNotice = (message: string | null) => `${message ?? "There is no connection."} ${KEPT}`;

export const NOT_HANDED_IN =
  "The connection was lost before this could be handed in. Press Check again when you are connected.";
