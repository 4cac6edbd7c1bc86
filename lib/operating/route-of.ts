/** The kind of address a path is, of which there are few: `/api/exercises/…/solution` for any exercise's solution. */
export const routeOf = (path: string): string =>
  path
    .split("/")
    .map((part, place) => (place === 3 ? "…" : part))
    .join("/");
