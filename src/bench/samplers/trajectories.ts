/** Step size and length of trajectories of exact hybrid Monte Carlo, ours and the rival's: their chains have the same law. */
export interface Trajectories {
  readonly stepSize: number;
  readonly steps: number;
}

/**
 * The best of a scan, by forces per effective sample of m_s², 2τ × steps, which depend on no machine: our own exact chains with τ from the Γ-method, to
 * about 8 % on 6 × 6 and 20 % on 16 × 16. A scan within the bench would be too short to distinguish the best points.
 *
 * | | 6 × 6: 3, 4, 5, 6 steps | 10 × 10: 4, 5, 6 steps | 16 × 16: 3, 4, 5 steps |
 * |---|---|---|---|
 * | 0.2 | 21.5, 18.8, 14.7, 14.3 | 25.0, 19.4, 16.9 | |
 * | 0.3 | 12.5, 10.4, 10.9, 15.8 | 13.0, 13.7, 18.7 | 28.1, 21.7, 20.4 |
 * | 0.4 | 10.0, 13.1, 21.2, 27.4 | 14.1, 26.6, 27.7 | 48.4 |
 * | 0.5 | 12.1, 17.1, 44.5, 54.3 | | |
 *
 * Within its error the best on every lattice:
 */
export const TRAJECTORIES: Trajectories = { stepSize: 0.3, steps: 4 };

export const TRAJECTORY_WORDS = `${TRAJECTORIES.steps} steps of ${TRAJECTORIES.stepSize}`;
