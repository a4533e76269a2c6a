/** Averages at a density of electrons against the temperature, between the points of a study that differ in temperature and chemical potential. */
import type { AveragesAt, CombinedLevels, Value } from './combined-levels.ts';
import { type Curve, curveValues, gaps, grid } from './curve.ts';
import { type AtFilling, atFilling } from './filling-of-levels.ts';
import { FOUND } from './study-rows.ts';

/** `filling`: electrons per site; `temperatures`: those of the points, ascending. At one temperature alone the curve has one place. */
export function fillingCurve(levels: CombinedLevels, temperatures: readonly number[], filling: number): Curve {
  const x = grid(temperatures);
  const { names } = levels.at(levels.ensembles[0]);
  const places = x.map((temperature) => placeAt(levels, names, temperature, filling));
  const along = (name: string) => curveValues(places.map(({ values }) => values.get(name)));
  return {
    key: 'model.temperature',
    at: { 'model.filling': filling },
    x,
    effective: places.map(({ effective }) => effective),
    gaps: gaps(x, places),
    observables: Object.fromEntries([FOUND, ...names].map((name) => [name, along(name)])),
    logPartition: curveValues(x.map(() => undefined)),
    specificHeatPeak: null,
  };
}

/** What is known at one temperature, as plain data: a function would keep the samples of every x in memory. */
interface Place extends Pick<AveragesAt, 'effective' | 'isReached'> {
  readonly values: ReadonlyMap<string, Value>;
}

function placeAt(levels: CombinedLevels, names: readonly string[], temperature: number, filling: number): Place {
  const found = foundAt(levels, temperature, filling);
  if (!found) return { effective: 0, isReached: false, values: new Map() };
  const values = new Map(names.map((name) => [name, found.of(name)]));
  return { effective: found.effective, isReached: true, values: values.set(FOUND, found.chemicalPotential) };
}

/** From every chemical potential of the points, until one leads there: the nearest one is not known beforehand. */
function foundAt(levels: CombinedLevels, temperature: number, filling: number): AtFilling | undefined {
  for (const guess of new Set(levels.ensembles.map(({ chemicalPotential }) => chemicalPotential))) {
    const found = atFilling(levels, temperature, filling, guess);
    if (found) return found;
  }
  return undefined;
}
