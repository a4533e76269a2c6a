/** Groups of what is alike, in the order of their first members. */
export const alike = <T>(all: Iterable<T>, by: (one: T) => string): T[][] => [...Map.groupBy(all, by).values()];
