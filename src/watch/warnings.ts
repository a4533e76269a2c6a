/** What somebody should know who looks at a run, in sentences. */
import type { RunSummary } from '../results/summary/summary.ts';

/** A. Vehtari et al., Bayesian Anal. 16, 667 (2021). */
const LARGEST_R_HAT = 1.01;
/** Far below what a Gaussian residual gives: a few proposals have far larger ones. */
const FAR_BELOW = 0.7;
const LOW = 0.05;

export function warningsOf({ observables, acceptance, thermalisation }: RunSummary): string[] {
  return [
    ...thermalisation.warnings,
    ...rHatWarning(observables),
    ...insufficientWarning(observables),
    ...acceptanceWarning(acceptance),
  ];
}

function rHatWarning(observables: RunSummary['observables']): string[] {
  const known = Object.entries(observables).flatMap(([name, estimate]) =>
    estimate.kind === 'estimate' && estimate.rHat !== undefined ? [{ name, rHat: estimate.rHat }] : [],
  );
  const worst = known.reduce((most, one) => (one.rHat > most.rHat ? one : most), { name: '', rHat: 0 });
  if (worst.rHat <= LARGEST_R_HAT) return [];
  return [`chains do not agree yet: R̂ of ${worst.name} is ${worst.rHat.toFixed(3)}, more than ${LARGEST_R_HAT}`];
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

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
