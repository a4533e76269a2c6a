/** Averages at a density of electrons against the temperature, between the points of a study that differ in temperature and chemical potential. */
import type { Ensemble } from '../../exact/averages.ts';
import type { AveragesAt, CombinedLevels, Value } from './combined-levels.ts';
import { type Curve, type CurveValues, gaps, grid } from './curve.ts';
import { type AtFilling, atFilling } from './filling-of-levels.ts';

/** The name of μ among what such a curve has. */
const FOUND = 'chemicalPotential';

/** `filling`: electrons per site. The curve goes from the lowest temperature of the points to the highest; at one temperature alone it has one place. */
export function fillingCurve(levels: CombinedLevels, filling: number): Curve {
  const temperatures = [...new Set(levels.ensembles.map(({ temperature }) => temperature))].sort((a, b) => a - b);
  const x = grid(temperatures);
  const { names } = levels.at(levels.ensembles[0]);
  const places = x.map((temperature) => placeAt(levels, names, temperature, filling));
  return {
    key: 'model.temperature',
    at: { 'model.filling': filling },
    x,
    effective: places.map(({ effective }) => effective),
    gaps: gaps(x, places),
    observables: Object.fromEntries([FOUND, ...names].map((name) => [name, valuesOf(places, name)])),
    logPartition: valuesOf(places, undefined),
    specificHeatPeak: null,
  };
}

/** What is known at one temperature. */
interface Place extends Pick<AveragesAt, 'effective' | 'isReached'> {
  readonly values: ReadonlyMap<string, Value>;
}

function placeAt(levels: CombinedLevels, names: readonly string[], temperature: number, filling: number): Place {
  const found = foundAt(levels, temperature, filling);
  if (!found) return { effective: 0, isReached: false, values: new Map() };
  const { effective } = levels.at({ temperature, chemicalPotential: found.chemicalPotential.mean });
  const values = new Map(names.map((name) => [name, found.of(name)]));
  return { effective, isReached: true, values: values.set(FOUND, found.chemicalPotential) };
}

/** From every chemical potential of the points, until one leads there: the nearest one is not known beforehand. */
function foundAt(levels: CombinedLevels, temperature: number, filling: number): AtFilling | undefined {
  for (const guess of new Set(levels.ensembles.map(({ chemicalPotential }: Ensemble) => chemicalPotential))) {
    const found = atFilling(levels, temperature, filling, guess);
    if (found) return found;
  }
  return undefined;
}

function valuesOf(places: readonly Place[], name: string | undefined): CurveValues {
  const all = places.map(({ values }) => (name === undefined ? undefined : values.get(name)));
  const known = all.map((value) => value !== undefined && Number.isFinite(value.mean) && Number.isFinite(value.error));
  return {
    mean: all.map((value, k) => (value && known[k] ? value.mean : null)),
    error: all.map((value, k) => (value && known[k] ? value.error : null)),
  };
}
