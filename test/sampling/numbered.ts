/** Values without names of their own: 0, 1, 2, … */
export const numbered = (values: readonly number[]): Record<number, number> => Object.fromEntries(values.entries());
