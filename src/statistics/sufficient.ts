import type { GammaAnalysis } from './gamma.ts';

/** Autocorrelation times of data that an error bar needs: with less, τ and so the error bar itself are guesses. */
const TIMES_TAU = 50;

/** Samples without which there is no error bar, as far as τ is known. */
export function neededSamples(tau: number): number {
  return Math.ceil(TIMES_TAU * tau);
}

/** Whether the error bar can be trusted: 50 τ of data, and a window that was found. */
export function isSufficient({ samples, tau, truncated }: GammaAnalysis): boolean {
  return !truncated && samples >= TIMES_TAU * tau;
}
