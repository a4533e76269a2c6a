/** An order of elimination with everything that follows from it. */

export interface Elimination {
  /** Vertices in the order of elimination. */
  readonly order: readonly number[];
  /** Later neighbours of each, in the same order: the row structure of the factor. */
  readonly structure: readonly (readonly number[])[];
  /** Block multiply-adds of one LU factorisation. */
  readonly operations: number;
}

/** Block multiply-adds for a pivot with d later neighbours. */
export const work = (d: number): number => d * d + d;

/** The elimination of this order and structure, its operations counted. */
export const elimination = (order: readonly number[], structure: readonly (readonly number[])[]): Elimination => ({
  order,
  structure,
  operations: structure.reduce((sum, { length }) => sum + work(length), 0),
});

/** Several eliminations one after the other. */
export const inSequence = (eliminations: readonly Elimination[]): Elimination =>
  elimination(
    eliminations.flatMap(({ order }) => order),
    eliminations.flatMap(({ structure }) => structure),
  );

/** The elimination with a patch at the end, kept as a full block: its inverse is dense anyway. */
export const withPatch = (patch: readonly number[], { order, structure }: Elimination): Elimination =>
  elimination([...order, ...patch], [...structure, ...patch.map((_, index) => patch.slice(index + 1))]);
