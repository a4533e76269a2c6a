/** Harmonic oscillators in one dimension, q(x) = exp(−κ (x − c)²/2): Z = √(2π/κ), mean c, variance 1/κ. */
import { cutIntoPieces } from '../../../src/statistics/multistate/cut.ts';
import type { MultistateSamples } from '../../../src/statistics/multistate/samples.ts';
import { autoregressive, autoregressiveTau } from '../series.ts';

export interface Oscillator {
  readonly stiffness: number;
  readonly centre: number;
}

export interface Drawn extends Oscillator {
  readonly chains: readonly number[];
  /** Correlation of one sample with the next. */
  readonly correlation?: number;
  /** Stiffness that the samples are drawn with, and weighted accordingly. */
  readonly drawnWith?: number;
}

export const LADDER: readonly Drawn[] = [
  { stiffness: 1, centre: 0, chains: [100, 100, 100, 100] },
  { stiffness: 2, centre: 1, chains: [300] },
  { stiffness: 4, centre: 1.5, chains: [150, 250] },
];
export const TARGET: Oscillator = { stiffness: 1.7, centre: 0.7 };

export const logDensity = ({ stiffness, centre }: Oscillator, x: Float64Array): Float64Array =>
  x.map((value) => (-stiffness * (value - centre) ** 2) / 2);

/** Samples of every oscillator, in chains of the given lengths. `isShared`: all from the same random numbers. */
export function drawn(
  oscillators: readonly Drawn[],
  stream: number,
  isShared = false,
): { x: Float64Array; samples: MultistateSamples } {
  const all = oscillators.map((one, state) => chainsOf(one, 1000 * stream + (isShared ? 0 : 20 * state)));
  const x = Float64Array.from(all.flatMap((chains) => chains.flatMap((chain) => [...chain])));
  let end = 0;
  const chains = oscillators.flatMap(({ chains: lengths, correlation = 0 }, state) =>
    lengths.map((length, chain) => {
      end += length;
      const numbers = Array.from({ length }, (_, k) => k);
      const tau = autoregressiveTau(correlation);
      return { state, family: isShared ? 0 : state, chain, first: end - length, numbers, tau };
    }),
  );
  const counts = Float64Array.from(oscillators.flatMap((one, state) => [...countsOf(one, all[state])]));
  const logDensities = oscillators.map((one) => logDensity(one, x));
  return { x, samples: { logDensities, counts, pieces: cutIntoPieces(chains) } };
}

function chainsOf({ stiffness, centre, chains, correlation = 0, drawnWith = stiffness }: Drawn, stream: number) {
  const scale = 1 / Math.sqrt(drawnWith);
  return chains.map((length, c) => autoregressive(length, correlation, stream + c).map((y) => centre + scale * y));
}

/** 1/2τ, times the importance weight of mean 1, times the share of samples that such weights leave. */
function countsOf(
  { stiffness, centre, correlation = 0, drawnWith = stiffness }: Drawn,
  chains: readonly Float64Array[],
) {
  const x = Float64Array.from(chains.flatMap((chain) => [...chain]));
  const weights = x.map((value) => Math.exp(((drawnWith - stiffness) * (value - centre) ** 2) / 2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const kish = (sum * sum) / weights.reduce((total, weight) => total + weight * weight, 0);
  return weights.map((weight) => (weight * kish) / sum / (2 * autoregressiveTau(correlation)));
}
