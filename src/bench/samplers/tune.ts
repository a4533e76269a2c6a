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

/** Points that go into the second half of the time. */
const FINALISTS = 2;

/**
 * The point of the grid with the fewest forces per effective sample: for us and for the rival alike, whose chain has the same law. Half of the time goes
 * to all points, half to the best ones, whose chains go on.
 */
export function tunedTrajectories(exact: SpinFermionModel, spins: Float64Array, seconds: number): Trajectories {
  const trials = GRID.map((trajectories, k) => trial(exact, spins, trajectories, FIRST_STREAM + k));
  for (const { advance } of trials) advance(seconds / 2 / trials.length);
  const finalists = trials.sort((a, b) => a.forces() - b.forces()).slice(0, FINALISTS);
  for (const { advance } of finalists) advance(seconds / 2 / FINALISTS);
  return finalists.sort((a, b) => a.forces() - b.forces())[0].trajectories;
}

/** Of random numbers: those of the chains that are compared come before. */
const FIRST_STREAM = 100;

function trial(exact: SpinFermionModel, spins: Float64Array, trajectories: Trajectories, stream: number) {
  const chain = benchChain(hmcSampler(exact, trajectories), exact.parameters.lattice, spins, stream);
  const series: number[] = [];
  return {
    trajectories,
    advance: (seconds: number) => void series.push(...Array.from(chain.advance(seconds).series)),
    /** Per effective sample. */
    forces: () => 2 * gammaAnalysis([Float64Array.from(series)]).tau * trajectories.steps,
  };
}
