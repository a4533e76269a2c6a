/** Configurations of a chain that are kept to be looked at again, in memory that is bounded. */
import type { SpecSample } from '../../src/spec.ts';
import { FOLLOWED } from './followed.ts';

/** Moments, at most; then every second is left out and half as many are kept from then on. */
const MOST = 300;

/** A chain at an earlier sample. */
export interface Moment {
  /** The number of the sample, from 1, the warm-up included. */
  readonly sample: number;
  readonly spins: Float32Array;
  /** Observables by name. */
  readonly values: Readonly<Record<string, number>>;
}

export interface Moments {
  look(sample: SpecSample): void;
  /** How many there are. */
  readonly count: number;
  read(): readonly Moment[];
}

export function keepMoments(): Moments {
  let moments: Moment[] = [];
  let every = 1;
  return {
    look({ index, spins, values }) {
      if (index % every !== 0) return;
      const shown = FOLLOWED.filter((name) => name in values).map((name) => [name, values[name]] as const);
      moments.push({ sample: index + 1, spins: Float32Array.from(spins), values: Object.fromEntries(shown) });
      if (moments.length < MOST) return;
      moments = moments.filter((_, k) => k % 2 === 0);
      every *= 2;
    },
    get count() {
      return moments.length;
    },
    read: () => moments,
  };
}
