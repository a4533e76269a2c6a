/** Step size and length of trajectories of exact hybrid Monte Carlo. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { hmcSampler } from '../../sampling/hmc.ts';
import { gammaAnalysis } from '../../statistics/gamma.ts';
import { benchChain } from './chain.ts';

export interface Trajectories {
  readonly stepSize: number;
  readonly steps: number;
}

/** Trajectories near 1.2 radians decorrelate m_s² best; shorter ones diffuse, longer ones turn back. */
const GRID: readonly Trajectories[] = [
  { stepSize: 0.2, steps: 6 },
  { stepSize: 0.25, steps: 5 },
  { stepSize: 0.3, steps: 4 },
  { stepSize: 0.3, steps: 5 },
  { stepSize: 0.4, steps: 3 },
  { stepSize: 0.4, steps: 4 },
];

/** The point of the grid with the fewest forces per effective sample: for us and for the rival alike, whose chain has the same law. */
export function tunedTrajectories(exact: SpinFermionModel, spins: Float64Array, seconds: number): Trajectories {
  const trials = GRID.map((trajectories, k) => {
    const chain = benchChain(hmcSampler(exact, trajectories), exact.parameters.lattice, spins, 100 + k);
    const { series } = chain.advance(seconds / GRID.length);
    const { tau } = gammaAnalysis([Float64Array.from(series)]);
    return { trajectories, forces: 2 * tau * trajectories.steps };
  });
  return trials.reduce((best, trial) => (trial.forces < best.forces ? trial : best)).trajectories;
}
