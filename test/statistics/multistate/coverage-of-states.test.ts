/** Norms and averages of harmonic oscillators from samples of other ones lie within their errors as often as they should. */
import { describe, it } from 'vitest';
import { multistate, type Propagated, reweighted } from '../../../src/statistics/multistate/multistate.ts';
import { expectCoverage } from '../coverage.ts';
import { type Drawn, drawn, LADDER, logDensity, type Oscillator, TARGET } from './oscillators.ts';

/** log Z ratio to the first state, mean and second moment of the target. */
function estimates(oscillators: readonly Drawn[], stream: number, isShared: boolean): Record<string, Propagated> {
  const { x, samples } = drawn(oscillators, stream, isShared);
  const at = reweighted(multistate(samples), logDensity(TARGET, x));
  return { logPartition: at.logPartition(), x: at.mean(x), x2: at.mean(x.map((value) => value * value)) };
}

function truths({ stiffness, centre }: Oscillator, first: Oscillator): Record<string, number> {
  return {
    logPartition: Math.log(first.stiffness / stiffness) / 2,
    x: centre,
    x2: centre * centre + 1 / stiffness,
  };
}

describe.each<[string, readonly Drawn[], boolean]>([
  ['independent samples of three states', LADDER, false],
  ['states that share their random numbers', LADDER.map((one) => ({ ...one, chains: [100, 100, 100, 100] })), true],
  [
    'correlated samples, those of one state with importance weights',
    LADDER.map((one, k) => ({
      ...one,
      chains: one.chains.map((length) => 2 * length),
      correlation: 0.5,
      ...(k === 1 ? { drawnWith: 1.2 } : {}),
    })),
    false,
  ],
])('%s', (_, oscillators, isShared) => {
  const known = new Map<number, Record<string, Propagated>>();
  const estimatesOf = (stream: number) => {
    if (!known.has(stream)) known.set(stream, estimates(oscillators, stream, isShared));
    return known.get(stream) as Record<string, Propagated>;
  };
  it.each(['logPartition', 'x', 'x2'])('%s lies within its errors as often as it should', (name) => {
    expectCoverage(truths(TARGET, oscillators[0])[name], (stream) => {
      const { value, error } = estimatesOf(stream)[name];
      return { mean: value, error };
    });
  });
});
