import type { ClassicalTerm } from '../term.ts';

/** The Zeeman energy −h·Σ_i S_i. */
export const fieldTerm: ClassicalTerm = { key: 'field', field: ({ field }) => field };
