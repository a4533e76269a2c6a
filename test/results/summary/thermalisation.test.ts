import { expect, it } from 'vitest';
import { thermalisationText } from '../../../src/report/thermalisation.ts';
import { type StoredObservable, thermalisation } from '../../../src/results/summary/thermalisation.ts';
import { autoregressive } from '../../statistics/series.ts';

const WARM_UP = 200;
const SAMPLES = 1200;

/** Four chains of each of 15 observables in equilibrium; odd chains began hot. `shift`: what is added to sample k of chain number c. */
function observables(
  seed: number,
  shift: (name: string, chain: number, k: number) => number = () => 0,
): StoredObservable[] {
  return Array.from({ length: 15 }, (_, index) => {
    const name = `observable${index}`;
    const chains = [1, 2, 3, 4].map((chain) =>
      autoregressive(WARM_UP + SAMPLES, 0.8, 1000 * seed + 10 * index + chain).map((x, k) => x + shift(name, chain, k)),
    );
    return { name, chains };
  });
}

it('raises no alarm for healthy runs', () => {
  const verdicts = Array.from({ length: 12 }, (_, seed) => thermalisation(observables(seed), WARM_UP));
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(verdicts.map(() => 'agree'));
  expect(verdicts.flatMap(({ warnings }) => warnings)).toEqual([]);
  expect(Math.max(...verdicts.map(({ warmUp }) => warmUp.suggested))).toBe(0);
  // With the 2 sigma that are enough for a single observable, half of them would.
  const largest = verdicts.map(({ starts }) => Math.abs(starts.worst?.sigma ?? 0));
  expect(largest.filter((sigma) => sigma > 2).length).toBeGreaterThan(2);
});

it('scores every observable as a normal variable', () => {
  const squares = Array.from({ length: 10 }, (_, seed) =>
    Object.values(thermalisation(observables(100 + seed), WARM_UP).starts.sigma).map((sigma) => sigma * sigma),
  ).flat();
  expect(squares.length).toBe(150);
  // χ² of 150: 4 sigma are 4 √(2/150); errors that are estimates add a percent.
  const average = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  expect(Math.abs(average - 1)).toBeLessThan(4 * Math.sqrt(2 / 150));
});

it('is not alarmed by quantities that are small but for rare configurations', () => {
  // e^{6x}: nearly all of the mean is in one sample of a thousand.
  const verdicts = Array.from({ length: 5 }, (_, seed) => {
    const heavy = observables(200 + seed).map(({ name, chains }) => ({
      name,
      chains: chains.map((chain) => chain.map((x) => Math.exp(6 * x))),
    }));
    return thermalisation(heavy, WARM_UP).verdict;
  });
  expect(verdicts).toEqual(verdicts.map(() => 'agree'));
});

it('names the observable in which hot and cold chains have not met', () => {
  const stuck = observables(1, (name, chain) => (name === 'observable7' && chain % 2 === 1 ? -0.8 : 0));
  const result = thermalisation(stuck, WARM_UP);
  expect(result.verdict).toBe('differ');
  expect(result.starts.worst?.observable).toBe('observable7');
  expect(result.starts.worst?.sigma).toBeLessThan(-4);
  expect(result.warnings).toEqual([
    expect.stringMatching(/^hot and cold chains disagree: observable7 by \d\.\d σ: warm up longer than 200 samples$/),
  ]);
  expect(thermalisationText(result)).toMatch(/^WARNING: hot and cold chains disagree: observable7 by/m);
});

it('sees a slow relaxation of both starts as drift, and how long it shows', () => {
  // Opposite ways: half of the shifts cancel where chains are not told apart by their starts.
  const slow = observables(2, (name, chain, k) =>
    name === 'observable3' ? (chain % 2 === 1 ? 6 : -6) * Math.exp(-k / 250) : 0,
  );
  const { drift, warmUp, warnings } = thermalisation(slow, WARM_UP);
  expect(drift.worst?.observable).toBe('observable3');
  expect(warmUp.suggested).toBeGreaterThan(WARM_UP);
  expect(warmUp.suggested).toBeLessThan(1000);
  expect(warnings.join('\n')).toMatch(/chains drift: observable3 begins \d+\.\d σ away from where it ends/);
  expect(warnings.join('\n')).toMatch(/the first \d+ samples of the chains differ from the rest, and only 200 of them/);
});

it('raises no alarm when the relaxation is over before the warm-up is', () => {
  const quick = observables(3, (_, chain, k) => (chain % 2 === 1 ? 20 * Math.exp(-k / 10) : 0));
  const { verdict, warmUp } = thermalisation(quick, WARM_UP);
  expect(verdict).toBe('agree');
  expect(warmUp.suggested).toBeGreaterThan(20);
  expect(warmUp.suggested).toBeLessThan(WARM_UP);
});

it('does not decide without data, or with one kind of start', () => {
  const short = observables(4).map(({ name, chains }) => ({ name, chains: chains.map((c) => c.subarray(0, 240)) }));
  expect(thermalisation(short, WARM_UP)).toMatchObject({ verdict: 'undecided', starts: { sigma: {}, worst: null } });
  const one = observables(5).map(({ name, chains }) => ({ name, chains: chains.slice(0, 1) }));
  expect(thermalisation(one, WARM_UP).starts.worst).toBeNull();
  const empty = observables(6).map(({ name }) => ({ name, chains: [new Float64Array(), new Float64Array()] }));
  expect(thermalisation(empty, WARM_UP)).toMatchObject({ verdict: 'undecided', warnings: [] });
  expect(thermalisation([], WARM_UP).verdict).toBe('undecided');
});

it('takes rounding for what it is', () => {
  const chain = (value: number) => new Float64Array(WARM_UP + SAMPLES).fill(value);
  const density = { name: 'density', chains: [chain(1), chain(1 + 3e-16), chain(1), chain(1 + 3e-16)] };
  expect(thermalisation([density], WARM_UP)).toMatchObject({
    verdict: 'agree',
    starts: { sigma: {}, leftOut: { density: 'constant' } },
  });
  const frozen = { name: 'density', chains: [chain(1), chain(1.5), chain(1), chain(1.5)] };
  expect(thermalisation([frozen], WARM_UP).warnings[0]).toMatch(/density by ∞ σ/);
});

it('compares no noise of the evaluation, and says so', () => {
  const noisy = observables(7).map((one, index) =>
    // Far apart by the digits that nobody knows.
    index === 4
      ? {
          ...one,
          chains: one.chains.map((chain, c) => chain.map((x) => 1e-17 * (x + 20 * (c % 2)))),
          resolution: 1e-15,
        }
      : one,
  );
  const { verdict, starts, drift, warmUp } = thermalisation(noisy, WARM_UP);
  expect(verdict).toBe('agree');
  expect(warmUp.suggested).toBe(0);
  for (const { sigma, leftOut } of [starts, drift]) {
    expect(leftOut).toEqual({ observable4: 'constant' });
    expect(Object.keys(sigma)).toHaveLength(14);
  }
  expect(thermalisationText(thermalisation(noisy, WARM_UP))).toMatch(/^left out of both +constant: observable4$/m);
  const undeclared = noisy.map(({ name, chains }) => ({ name, chains }));
  expect(thermalisation(undeclared, WARM_UP).starts.worst?.observable).toBe('observable4');
});

it('says why observables are left out', () => {
  const short = observables(4).map(({ name, chains }) => ({ name, chains: chains.map((c) => c.subarray(0, 240)) }));
  expect(thermalisation(short, WARM_UP).starts.leftOut.observable0).toBe('too few samples');
  const one = observables(5).map(({ name, chains }) => ({ name, chains: chains.slice(0, 1) }));
  expect(thermalisation(one, WARM_UP).starts.leftOut.observable0).toBe('one kind of start');
  expect(thermalisation(one, WARM_UP).drift.leftOut).toEqual({});
});

it('is more easily alarmed by the order parameter than by one of many', () => {
  // About 4 sigma: beyond what two comparisons may do by chance, within what thirty may.
  const shifted = observables(8, (name, chain) => (name === 'observable2' && chain % 2 === 1 ? -0.37 : 0));
  const [among, alone] = [undefined, 'observable2'].map((order) => thermalisation(shifted, WARM_UP, { order }));
  expect(alone.starts.worst?.observable).toBe('observable2');
  expect(alone.starts.worst?.limit).toBeLessThan((among.starts.worst?.limit ?? 0) - 0.5);
});

it('compares no starts where all chains began alike, and says so', () => {
  const alike = thermalisation(observables(3), WARM_UP, { isMixed: false });
  expect(alike.starts.worst).toBeNull();
  expect(new Set(Object.values(alike.starts.leftOut))).toEqual(new Set(['one kind of start']));
  expect(alike.verdict).toBe('undecided');
  expect(alike.drift.worst).not.toBeNull();
  expect(thermalisationText(alike)).toMatch(
    /^hot against cold chains +cannot be compared: there is one kind of start only$/m,
  );
});
