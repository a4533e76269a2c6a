/** Averages at a density of electrons against the temperature or the field, between the points of a study. */
import type { AveragesAt, Value } from './averages-at.ts';
import type { CombinedLevels } from './combined-levels.ts';
import { type Curve, curveValues, gaps, grid, keyOf, valuesOf } from './curve.ts';
import { type AtFilling, atFilling } from './filling-of-levels.ts';
import type { Conditions, Variable } from './joined-samples.ts';
import { FOUND } from './study-rows.ts';

/** `fixed`: temperature and field but for the variable; `values`: those of the points, ascending; `filling`: electrons per site. With one value alone the curve has one place. */
export function fillingCurve(
  levels: CombinedLevels,
  variable: Variable,
  fixed: Conditions,
  values: readonly number[],
  filling: number,
): Curve {
  const x = grid(values);
  const { names } = levels.at(levels.ensembles[0]);
  const places = x.map((value) => placeAt(levels, names, { ...fixed, [variable]: value }, filling));
  const others = levels.variables.filter((other) => other !== variable && other !== 'chemicalPotential');
  const along = (name: string) => curveValues(places.map(({ values }) => values.get(name)));
  return {
    key: keyOf(variable),
    at: { ...valuesOf(fixed, levels.variables.length > 2 ? others : []), 'model.filling': filling },
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

function placeAt(levels: CombinedLevels, names: readonly string[], there: Conditions, filling: number): Place {
  const found = foundAt(levels, there, filling);
  if (!found) return { effective: 0, isReached: false, values: new Map() };
  const values = new Map(names.map((name) => [name, found.of(name)]));
  return { effective: found.effective, isReached: true, values: values.set(FOUND, found.chemicalPotential) };
}

/** From every chemical potential of the points, until one leads there: the nearest one is not known beforehand. */
function foundAt(levels: CombinedLevels, there: Conditions, filling: number): AtFilling | undefined {
  for (const guess of new Set(levels.ensembles.map(({ chemicalPotential }) => chemicalPotential))) {
    const found = atFilling(levels, { ...there, chemicalPotential: guess }, filling);
    if (found) return found;
  }
  return undefined;
}
