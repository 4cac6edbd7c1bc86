/** Prompts of one machine: each window is a terminal of its own with a shell. */
export const LINUX_WINDOWS = 3;
