/** The chemical potential of a filling in words, and whether the run has the filling. */
import type { FillingDeviation, FillingSummary } from '../results/summary/filling.ts';
import type { RunSummary } from '../results/summary/summary.ts';
import { formatEstimate } from '../statistics/estimate.ts';
import { formatWithError } from '../statistics/format.ts';
import { count } from '../words/count.ts';

/** With fewer independent samples the pilot knows its own error badly: 50 τ, as for the averages of a run. */
const FEWEST_SAMPLES = 25;
/** Beyond this hot and cold starts have not come to the same ⟨n⟩, nor search and run. */
const LARGEST_SIGMA = 4;
/** Beyond this the error of the run alone does not explain how far ⟨n⟩ is off. */
const OWN_SIGMA = 3;

/** Lines on the filling of a run; none where its spec gives the chemical potential. */
export function fillingLines({ filling, observables }: Pick<RunSummary, 'filling' | 'observables'>): string[] {
  if (!filling) return [];
  return [potentialWords(filling), ...deviationWords(filling, observables), ...warnings(filling)];
}

function potentialWords({ chemicalPotential, error, interval, chosenBy, wanted }: FillingSummary): string {
  const purpose = count(wanted, 'electron per site', 'electrons per site');
  if (chosenBy === 'symmetry') return `μ = 0, which gives ${purpose} by symmetry`;
  if (!interval) return `μ = ${formatWithError(chemicalPotential, error)}, found for ${purpose}`;
  const [low, high] = interval.map((bound) => bound.toPrecision(4));
  return `μ = ${chemicalPotential.toPrecision(6)} for ${purpose}: anything between ${low} and ${high} will do`;
}

function deviationWords(
  { wanted, density, deviation }: FillingSummary,
  observables: RunSummary['observables'],
): string[] {
  if (!deviation) return [];
  const n = `n = ${formatEstimate(observables.density)}, wanted ${wanted}`;
  if (deviation.error === 0) return [n];
  const words = `off by ${Math.abs(deviation.sigma).toFixed(1)} σ`;
  if (density.error === 0) return [`${n}: ${words}`];
  const ofSearch = `${n}: ${words} with ±${density.error.toPrecision(2)} from the search for μ`;
  return [ofSearch, ...ownWords(deviation, density.error)];
}

/** That ⟨n⟩ is off by more than its own error where that of the search is larger: μ is frozen, and this no fault. */
function ownWords({ value, error, sigma }: FillingDeviation, ofSearch: number): string[] {
  const own = Math.abs(value) / Math.sqrt(Math.max(0, error * error - ofSearch * ofSearch));
  if (own <= OWN_SIGMA || Math.abs(sigma) > OWN_SIGMA) return [];
  return [
    `by the error of the run alone it is ${own.toFixed(1)} σ: μ is kept as it was found, and this n belongs to it, however long the run is; a run that is begun with more samples searches longer`,
  ];
}

/** Where chains hardly fluctuate their difference is any number of standard deviations. */
const sigmaWords = (sigma: number): string => (sigma < 1000 ? `${sigma.toFixed(1)} σ` : 'far more than they fluctuate');

function warnings({ isSettled, startsSigma = 0, density, chosenBy, deviation }: FillingSummary): string[] {
  const sigma = Math.abs(startsSigma);
  const isShort = chosenBy === 'pilot' && density.error > 0 && density.effectiveSamples < FEWEST_SAMPLES;
  return [
    ...(isSettled ? [] : ['the search for μ ended, with its share of the cost of the run, before μ had settled']),
    ...(isShort
      ? [`the search for μ had ${density.effectiveSamples.toFixed(0)} effective samples: its error is a rough guess`]
      : []),
    ...(sigma > LARGEST_SIGMA
      ? [
          `the search for μ depends on its starts, hot and cold chains differ by ${sigmaWords(sigma)}: μ may be off by more than its error`,
        ]
      : []),
    ...(deviation && Math.abs(deviation.sigma) > LARGEST_SIGMA
      ? ['n is off by more than errors explain: the search, or the run, may not have been in equilibrium']
      : []),
  ].map((words) => `WARNING: ${words}`);
}
