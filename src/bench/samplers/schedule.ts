/** How long every sampler runs on each lattice: seconds of wall time in a round. */
export interface Schedule {
  /** Length of the square lattice. */
  readonly length: number;
  /** Seconds of our samplers; local chains only where they finish in an acceptable time. */
  readonly ours: { readonly selfLearning: number; readonly hmc: number; readonly local?: number };
  /** Seconds of the rivals: real chains on the smallest lattice; elsewhere a few trajectories, for their time. */
  readonly lapack: { readonly hmc: number; readonly local?: number };
}

export const SCHEDULES: readonly Schedule[] = [
  { length: 6, ours: { selfLearning: 0.6, hmc: 0.8, local: 0.8 }, lapack: { hmc: 3, local: 4 } },
  { length: 10, ours: { selfLearning: 0.8, hmc: 2.5, local: 1.5 }, lapack: { hmc: 0.3 } },
  { length: 16, ours: { selfLearning: 2, hmc: 5 }, lapack: { hmc: 0.5 } },
];
