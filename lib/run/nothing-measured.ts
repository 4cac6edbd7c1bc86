import type { Measurement } from "./measurement";

/** Of a run that never began. Apart from the schema, which a page fetches only when it needs it. */
export const nothingMeasured: Measurement = { wallMs: 0, waitingMs: 0 };
