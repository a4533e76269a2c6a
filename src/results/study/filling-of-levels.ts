/** The chemical potential of a filling, and averages there, from points at other chemical potentials. */
import { linear } from '../../statistics/multistate/combined.ts';
import type { Propagated } from '../../statistics/multistate/multistate.ts';
import type { AveragesAt, Value } from './averages-at.ts';
import type { CombinedLevels } from './combined-levels.ts';
import type { Conditions } from './joined-samples.ts';

export interface AtFilling {
  readonly chemicalPotential: Value;
  /** Effective samples there. */
  readonly effective: number;
  /** An average at the filling, whatever the chemical potential is; its error is that of both. */
  of(name: string): Value;
}

const STEPS = 50;
/** A change of μ that no error bar sees. */
const CONVERGED = 1e-10;
/** Fraction of T over which averages are linear in μ. */
const DIFFERENCE = 0.01;

/** Averages at a temperature, a field and a density of electrons, n per site; undefined where the points do not reach that. The chemical potential of `guess` is one to begin with. */
export function atFilling(levels: CombinedLevels, guess: Conditions, filling: number): AtFilling | undefined {
  // Two electrons fill a site.
  if (!(filling > 0 && filling < 2)) return undefined;
  const { temperature } = guess;
  const at = (chemicalPotential: number) => levels.at({ ...guess, chemicalPotential });
  const found = chemicalPotentialOf(at, guess, filling);
  if (!found) return undefined;
  const { averages, chemicalPotential } = found;
  const compressibility = averages.of('compressibility').value;
  const { sums } = levels.states;
  const density = averages.of('density');
  const step = DIFFERENCE * temperature;
  const [below, above] = [at(chemicalPotential - step), at(chemicalPotential + step)];
  return {
    chemicalPotential: { mean: chemicalPotential, error: density.error / compressibility },
    effective: averages.effective,
    of(name) {
      const average: Propagated = averages.of(name);
      const slope = (above.of(name).value - below.of(name).value) / (2 * step);
      const { error } = linear(sums, [1, -slope / compressibility], [average, density]);
      return { mean: average.value, error };
    },
  };
}

/** Newton's method on n(μ), which rises with the compressibility; no step is longer than T, over which n bends. */
function chemicalPotentialOf(
  at: (chemicalPotential: number) => AveragesAt,
  { temperature, chemicalPotential: guess }: Conditions,
  filling: number,
): { averages: AveragesAt; chemicalPotential: number } | undefined {
  let chemicalPotential = guess;
  for (let step = 0; step < STEPS; step++) {
    const averages = at(chemicalPotential);
    if (!averages.isReached) return undefined;
    const change = (filling - averages.of('density').value) / averages.of('compressibility').value;
    if (Math.abs(change) < CONVERGED) return { averages, chemicalPotential };
    chemicalPotential += Math.max(-temperature, Math.min(temperature, change));
  }
  return undefined;
}
