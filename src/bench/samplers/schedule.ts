/** How long everything takes on each lattice, in seconds of wall time. */
export interface Schedule {
  /** Of the square lattice. */
  readonly length: number;
  /** To tune trajectories. */
  readonly tuning: number;
  /** By turn; local chains only where they are short enough to see their end. */
  readonly ours: { readonly selfLearning: number; readonly hmc: number; readonly local?: number };
  /** By turn, rivals: real chains on the smallest lattice; elsewhere a few trajectories, for their time. */
  readonly lapack: { readonly hmc: number; readonly local?: number };
}

export const SCHEDULES: readonly Schedule[] = [
  { length: 6, tuning: 6, ours: { selfLearning: 0.6, hmc: 0.8, local: 0.8 }, lapack: { hmc: 2, local: 4 } },
  { length: 10, tuning: 12, ours: { selfLearning: 0.8, hmc: 1.5, local: 1 }, lapack: { hmc: 0.3 } },
  { length: 16, tuning: 24, ours: { selfLearning: 2, hmc: 3 }, lapack: { hmc: 0.5 } },
];
