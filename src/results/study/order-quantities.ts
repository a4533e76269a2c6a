/** What finite-size scaling looks at: the order at one wave vector, in quantities whose scaling is known. */
import { spinCount } from '../../lattice/disorder/occupation.ts';
import { leadingWaveObservables } from '../../observables/leading-wave.ts';
import type { HoppingOnLattice } from '../../observables/wave-orbits.ts';

/** A quantity y = L^a f((x − x_c) L^{1/ν}) as a function of means. */
export interface OrderQuantity {
  readonly name: string;
  /** What a is. */
  readonly scaling: 'dimensionless' | '-2β/ν' | 'γ/ν';
  /** Names of the observables whose means it takes, and the powers of their samples. */
  readonly inputs: readonly string[];
  readonly powers?: readonly (0.5 | 1 | 2)[];
  evaluate(means: readonly number[]): number;
}

/** Quantities without dimension, which are the same for all sizes at the critical point, by name. */
export const DIMENSIONLESS: readonly string[] = ['leadingBinderRatio', 'correlationLengthRatio'];

/** All of them. `leading`: the name of the structure factor; `temperature`: T > 0. */
export function orderQuantities(parameters: HoppingOnLattice, leading: string, temperature: number): OrderQuantity[] {
  const count = spinCount(parameters.lattice);
  const dimensionless = leadingWaveObservables(parameters, leading).filter(({ name }) => DIMENSIONLESS.includes(name));
  return [
    ...dimensionless.map((observable): OrderQuantity => ({ ...observable, scaling: 'dimensionless' })),
    {
      name: 'leadingOrder2',
      scaling: '-2β/ν',
      inputs: [leading],
      evaluate: ([square]) => square / count,
    },
    {
      name: 'leadingSusceptibility',
      scaling: 'γ/ν',
      inputs: [leading, leading],
      powers: [0.5, 1],
      evaluate: ([mean, square]) => (square - mean * mean) / temperature,
    },
  ];
}
