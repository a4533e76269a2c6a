/** What somebody should know who looks at a run, in sentences. */
import type { RunSummary } from '../results/summary/summary.ts';
import { percent } from '../words/percent.ts';

/** A. Vehtari et al., Bayesian Anal. 16, 667 (2021), for as many effective samples of every chain: fewer exceed it by chance, and then only chains that plainly differ are told. */
const LARGEST_R_HAT = 1.01;
const ENOUGH_FOR_R_HAT = 400;
const PLAINLY_DIFFERENT = 1.1;
/** Far below what a Gaussian residual gives: a few proposals have far larger ones. */
const FAR_BELOW = 0.7;
const LOW = 0.05;

export function warningsOf(summary: RunSummary): string[] {
  const { observables, acceptance, thermalisation } = summary;
  return [
    ...thermalisation.warnings,
    ...rHatWarning(summary),
    ...insufficientWarning(observables),
    ...acceptanceWarning(acceptance),
  ];
}

function rHatWarning({ observables, samples }: RunSummary): string[] {
  const chains = samples.filter((count) => count > 0).length;
  if (chains < 2) return [];
  const beyond = Object.entries(observables).flatMap(([name, estimate]) => {
    if (estimate.kind !== 'estimate' || estimate.rHat === undefined) return [];
    const limit = estimate.effectiveSamples >= chains * ENOUGH_FOR_R_HAT ? LARGEST_R_HAT : PLAINLY_DIFFERENT;
    return estimate.rHat > limit ? [{ name, rHat: estimate.rHat, limit }] : [];
  });
  const [worst] = beyond.sort((a, b) => b.rHat - a.rHat);
  return worst ? [`chains do not agree: R̂ of ${worst.name} is ${worst.rHat.toFixed(3)}, more than ${worst.limit}`] : [];
}

function insufficientWarning(observables: RunSummary['observables']): string[] {
  const all = Object.entries(observables);
  const lacking = all.filter(([, { kind }]) => kind === 'insufficient').map(([name]) => name);
  if (lacking.length === 0) return [];
  return [`no error bar yet for ${lacking.length} of ${all.length} observables: fewer than 50 τ of samples`];
}

function acceptanceWarning({ rate, predicted }: RunSummary['acceptance']): string[] {
  if (rate === null) return [];
  if (rate < LOW) return [`only ${percent(rate)} of the proposals are accepted`];
  if (predicted === null || rate > FAR_BELOW * predicted) return [];
  return [`${percent(rate)} of the proposals are accepted, and a Gaussian residual would give ${percent(predicted)}`];
}
