/** Estimates and curves of a chain, from its series. */
import { type Estimate, estimateMean, estimateWeightedMean } from '../../src/index.ts';
import { stretches } from '../../src/statistics/stretches.ts';
import { autocorrelation } from './autocorrelation.ts';
import type { Followed } from './followed.ts';
import type { Drawn, Running, Summary } from './frame.ts';

export function summarise(followed: Followed, isWeighted: boolean): Summary {
  const weights = isWeighted ? followed.logImportance : undefined;
  const estimates = Object.fromEntries(
    followed.names.map((name) => [name, running(followed.series(name), weights)] as const),
  );
  const series = followed.names.map((name) => drawn(name, followed.series(name), weights, estimates[name]));
  return {
    acceptance: acceptance(followed.logRatio),
    estimates,
    series,
    structureFactors: followed.structureFactors(),
    autocorrelations: autocorrelations(followed),
  };
}

function autocorrelations({ names, series }: Followed): Record<string, Float64Array> {
  const known = names.map((name) => [name, autocorrelation(series(name))] as const);
  return Object.fromEntries(known.filter((entry): entry is [string, Float64Array] => entry[1] !== undefined));
}

/** Samples without a decision have no log ratio. */
function acceptance(logRatios: Float64Array): Running | undefined {
  const decided = logRatios.filter((logRatio) => !Number.isNaN(logRatio));
  if (decided.length === 0) return undefined;
  return running(
    decided.map((logRatio) => Math.min(1, Math.exp(logRatio))),
    undefined,
  );
}

function running(values: Float64Array, logWeights: Float64Array | undefined): Running {
  const estimate = logWeights ? estimateWeightedMean([values], [logWeights]) : estimateMean([values]);
  return estimate.kind === 'insufficient' ? { mean: meanOf(values) } : known(estimate);
}

const known = (estimate: Exclude<Estimate, { kind: 'insufficient' }>): Running =>
  estimate.kind === 'estimate'
    ? { mean: estimate.mean, error: estimate.error, tau: estimate.tau, tauError: estimate.tauError }
    : { mean: estimate.mean, error: 0 };

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function drawn(
  name: string,
  values: Float64Array,
  logWeights: Float64Array | undefined,
  { error = 0 }: Running,
): Drawn {
  const weightOf = relativeWeights(logWeights);
  return { name, ...stretches([values], (_, index) => weightOf(index), error) };
}

function relativeWeights(logWeights: Float64Array | undefined): (index: number) => number {
  if (!logWeights) return () => 1;
  const largest = logWeights.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return (index) => Math.exp(logWeights[index] - largest);
}
