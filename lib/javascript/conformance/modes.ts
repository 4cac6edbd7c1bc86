/** How the machine runs a program: as it is, or rewritten so that it is counted or watched. */
export const modes = ["plain", "counted", "watched", "looked at"] as const;
export type Mode = (typeof modes)[number];
