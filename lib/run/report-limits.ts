/** Past this a profile is cut: what comes later is added to the nearest caller that is in it. */
export const PROFILE_NODES_LIMIT = 20_000;
export const PROFILE_FUNCTIONS_LIMIT = 20_000;
export const PROFILE_LINES_LIMIT = 50_000;

/** Past these a timeline is cut: what comes later is not in it. */
export const TIMELINE_LANES_LIMIT = 2_500;
export const TIMELINE_SPANS_LIMIT = 20_000;
export const TIMELINE_TASKS_LIMIT = 10_000;
