const DEFAULT = "/progress";
const PAGES = /^\/(?:progress|playground|lessons\/[\w-]+\/[\w-]+|quizzes\/[\w-]+)?$/;

/** The page of ours to go back to after signing in; the progress page for whatever is not one. */
export const returnPath = (wanted: string | null): string =>
  wanted !== null && PAGES.test(wanted) ? wanted : DEFAULT;
