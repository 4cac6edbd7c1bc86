/** A cell of the tests' course whose work is counted in every place where work is counted. */
export const BEAMS = {
  title: "Who stands in whose light",
  lesson: "playwright/content/02-keeping/03-workshop/lesson.mdx",
  /** What its program counts: on every machine, in every browser, every time. */
  steps: { Python: 10_411, JavaScript: 20_808 },
} as const;
