/** Curves between points, averaged over realisations of disorder. */
import { isRatioOfMoments } from '../../observables/ratio-of-moments.ts';
import { overRealisations } from '../../statistics/realisations.ts';
import type { RatioOfMoments } from './averaged-moments.ts';
import { type Curve, type CurveValues, curveValues, gaps } from './curve.ts';

/**
 * The averages of curves of several realisations, one list of curves for each. Only those of one grid are averaged, which is that of most realisations: others have not all of their points. A curve of a single
 * realisation has no error bars and is left out, and so are places that one of them does not reach. The peak of the averaged specific heat is not looked for.
 */
export function averagedCurves(
  realisations: readonly (readonly Curve[])[],
  ratios: readonly RatioOfMoments[],
): Curve[] {
  const lines = Map.groupBy(realisations.flat(), ({ key, at }) => JSON.stringify([key, at]));
  return [...lines.values()].flatMap((line) => {
    const grids = [...Map.groupBy(line, ({ x }) => JSON.stringify(x)).values()];
    const most = grids.reduce((a, b) => (b.length > a.length ? b : a));
    return most.length < 2 ? [] : [averaged(most, ratios)];
  });
}

function averaged(curves: readonly Curve[], ratios: readonly RatioOfMoments[]): Curve {
  const [{ key, at, x, observables: first }] = curves;
  const names = Object.keys(first).filter((name) => curves.every(({ observables }) => name in observables));
  const of = (name: string): CurveValues => averagedAlong(name, curves, ratios);
  const observables = Object.fromEntries(names.map((name) => [name, of(name)]));
  return {
    key,
    at,
    x,
    realisations: curves.length,
    effective: x.map((_, k) => Math.min(...curves.map(({ effective }) => effective[k]))),
    gaps: gaps(
      x,
      x.map((_, k) => ({ isReached: names.some((name) => observables[name].mean[k] !== null) })),
    ),
    observables,
    logPartition: averagedValues(x.length, [curves.map(({ logPartition }) => logPartition)]),
    specificHeatPeak: null,
  };
}

/** A ratio of moments whose moments the curves do not have is nowhere. */
function averagedAlong(name: string, curves: readonly Curve[], ratios: readonly RatioOfMoments[]): CurveValues {
  const along = (input: string) => curves.map(({ observables }) => observables[input]);
  const { length } = curves[0].x;
  if (!isRatioOfMoments(name)) return averagedValues(length, [along(name)]);
  const ratio = ratios.find((one) => one.name === name && one.powers === undefined);
  const inputs = ratio?.inputs.map(along) ?? [];
  if (!ratio || inputs.flat().includes(undefined as never)) return curveValues(new Array(length).fill(undefined));
  return averagedValues(length, inputs, ratio.evaluate);
}

/** `inputs[quantity][realisation]` */
function averagedValues(
  length: number,
  inputs: readonly (readonly CurveValues[])[],
  f?: (means: readonly number[]) => number,
): CurveValues {
  const values = Array.from({ length }, (_, k) => {
    const columns = inputs.map((all) => Float64Array.from(all, ({ mean }) => mean[k] ?? Number.NaN));
    const { mean, error } = overRealisations(columns, f);
    return { mean, error: error ?? Number.NaN };
  });
  return curveValues(values);
}
