/** The density of states of the electrons, averaged over configurations of the chain. */
import { createModel, densityOfStates } from '../../src/index.ts';
import { modelParameters, type PreparedSpec } from '../../src/spec.ts';

const POINTS = 160;
/** Half width of the Lorentzian of every level, in parts of the width of the band. */
const BROADENING = 1 / 120;
/** Beyond so many sites the levels of one configuration would hold up the chain. */
const MOST_SITES = 400;

export interface Density {
  readonly energies: Float64Array;
  /** Per site and unit of energy. */
  readonly density: Float64Array;
  readonly chemicalPotential: number;
}

/** Looks at one configuration at each call; the average grows smoother. Undefined for lattices that are too large. */
export function densityAverage({ spec }: PreparedSpec): (spins: Float64Array) => Density | undefined {
  const parameters = modelParameters(spec);
  if (parameters.lattice.siteCount > MOST_SITES) return () => undefined;
  const model = createModel(parameters);
  let energies: Float64Array | undefined;
  let sum = new Float64Array(POINTS);
  let count = 0;
  return (spins) => {
    const levels = model.spectrum(spins);
    energies ??= grid(levels);
    const width = BROADENING * (energies[POINTS - 1] - energies[0]);
    const density = densityOfStates(levels, energies, width, levels.length / 2);
    sum = sum.map((value, k) => value + density[k]);
    count++;
    return { energies, density: sum.map((value) => value / count), chemicalPotential: parameters.chemicalPotential };
  };
}

function grid(levels: Float64Array): Float64Array {
  const [low, high] = [levels[0], levels[levels.length - 1]];
  const margin = 0.08 * (high - low);
  return Float64Array.from({ length: POINTS }, (_, k) => low - margin + (k / (POINTS - 1)) * (high - low + 2 * margin));
}
