/** The chemical potential at which samples of others say that ⟨n⟩ is as wanted. */
import { type Density, densityAt, type LevelSamples } from './density.ts';
import { increasingRoot } from './root.ts';

/** A chemical potential from samples, and how well they know it. */
export interface Solution {
  readonly chemicalPotential: number;
  readonly error: number;
  readonly density: Density;
  /** All that will do, where they differ by more than T. */
  readonly interval?: readonly [number, number];
}

/** ⟨n⟩ is wanted to this fraction of electrons or holes, far below any error. */
const TOLERANCE = 1e-11;
/** Where ⟨n⟩ changes by less than this, as a fraction of electrons or holes, while μ changes by T, μ may be chosen freely. */
const FLAT = 1e-8;

/** `near`: where the root is expected. */
export function solve(stages: readonly LevelSamples[], wanted: number, near: number): Solution {
  const { temperature } = stages[0];
  const surplus = (mu: number) => densityAt(stages, mu).mean - wanted;
  const fewer = Math.min(wanted, 2 - wanted);
  const root = increasingRoot(surplus, near, temperature, TOLERANCE * fewer);
  const tolerance = FLAT * fewer;
  const rise = surplus(root + temperature / 2) - surplus(root - temperature / 2);
  if (rise < 2 * tolerance) return inFlat(stages, wanted, root, tolerance);
  const density = densityAt(stages, root);
  return { chemicalPotential: root, error: (density.error * temperature) / rise, density };
}

/** The middle of the interval in which ⟨n⟩ is as wanted. */
function inFlat(stages: readonly LevelSamples[], wanted: number, root: number, tolerance: number): Solution {
  const surplus = (mu: number) => densityAt(stages, mu).mean - wanted;
  const edge = (sign: number) =>
    increasingRoot((mu) => surplus(mu) - sign * tolerance, root, stages[0].temperature, tolerance / 100);
  const interval = [edge(-1), edge(1)] as const;
  const chemicalPotential = (interval[0] + interval[1]) / 2;
  return { chemicalPotential, error: 0, density: densityAt(stages, chemicalPotential), interval };
}

/** ⟨n⟩ of the first chain minus that of the second, in standard deviations. */
export function startsSigma(stages: readonly LevelSamples[], mu: number): number {
  const [hot, cold] = [0, 1].map((c) =>
    densityAt(
      stages.map((one) => chainOf(one, c)),
      mu,
    ),
  );
  const error = Math.sqrt(hot.error * hot.error + cold.error * cold.error);
  return error > 0 ? (hot.mean - cold.mean) / error : 0;
}

const chainOf = (stage: LevelSamples, c: number): LevelSamples => ({
  ...stage,
  chains: [stage.chains[c]],
  logWeights: [stage.logWeights[c]],
  controls: stage.controls?.map((control) => [control[c]]),
});
