/** Tuning of a step size in warm-up. */
import { exp } from '../../numeric/elementary.ts';
import type { SamplerSettings } from '../interfaces/sampler.ts';

/** Adaptations after which the gain is halved. */
const HALVING = 20;

interface StepSize {
  readonly value: number;
  /** Moves log(value) by gain · (acceptance − target). */
  adapt(acceptance: number): void;
  settings(): SamplerSettings;
  restore(settings: SamplerSettings): void;
}

/**
 * Stochastic approximation of the step size with acceptance `target`: H. Robbins and S. Monro, Ann. Math. Statist. 22, 400 (1951).
 *
 * Gains 1/(1 + k/20) sum to infinity, so that the start does not matter, while their squares do not, so that the noise dies out.
 * `largest`: where nothing is ever rejected the step must not grow without bound.
 */
export function tunedStepSize(initial: number, target: number, largest: number): StepSize {
  let value = initial;
  let adaptations = 0;
  return {
    get value() {
      return value;
    },
    adapt(acceptance) {
      value = Math.min(largest, value * exp((acceptance - target) / (1 + adaptations / HALVING)));
      adaptations++;
    },
    settings: () => ({ stepSize: value, adaptations }),
    restore(settings) {
      value = settings.stepSize;
      adaptations = settings.adaptations;
    },
  };
}
