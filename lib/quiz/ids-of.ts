/** The ids of what a question shows, in its order. */
export const idsOf = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);
