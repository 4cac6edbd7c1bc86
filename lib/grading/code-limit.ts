/** How long a learner's file may be that is handed in, and the commands that they entered. */
export const CODE_MAX_CHARACTERS = 50_000;
