/** Verdicts on the demand for data, from learning curves that are written down. */
import { expect, it } from 'vitest';
import { comparedDemand } from '../../claims/data-demand/findings.ts';
import { demandOf, demandText } from '../../claims/data-demand/outcome.ts';
import { dataDemand } from '../../claims/data-demand/target.ts';
import type { CommonFit } from '../../claims/workshop/tasks/fit-on-common-data.ts';
import { cannedWorkshop, fitted, verdictsOf } from './canned.ts';

const EQUIVARIANCE = 'Equivariance reduces the demand for data.';
const HUGE = 'Standard attention needs a huge amount of data: at least 10 times as much as equivariant attention.';
const QUESTION = 'Equivariant attention needs little data (a question mark on the slides): at most 100 configurations.';
const CNN = 'Models of CNN type do not work: none of them is accepted as often as attention.';
const LINEAR = 'The linear model with all shells is accepted less often than attention, from the same data.';
const ALL = [EQUIVARIANCE, HUGE, QUESTION, CNN, LINEAR];

/** A workshop with the acceptance by kind and samples. */
const learning = (acceptance: (kind: string, samples: number) => number) =>
  cannedWorkshop({
    'fit-on-common-data': ({ choice, samples }: CommonFit) =>
      fitted(0.2, acceptance('kind' in choice ? choice.kind : '', samples)),
  });

it('confirms the talk where the curves do', async () => {
  const need: Record<string, number> = { transformer: 30, convolution: 1000, linear: 1000 };
  const found = await verdictsOf(
    dataDemand,
    learning((kind, samples) => (samples >= (need[kind] ?? 1e4) ? 0.8 : 0.1)),
  );
  expect(ALL.map((claim) => found.get(claim))).toEqual(['undecided', 'holds', 'holds', 'holds', 'holds']);
});

it('refutes it where they do not', async () => {
  const need: Record<string, number> = { 'standard-attention': 30, 'plain-cnn': 30 };
  const found = await verdictsOf(
    dataDemand,
    learning((kind, samples) => (samples >= (need[kind] ?? 300) ? 0.8 : 0.1)),
  );
  expect(ALL.map((claim) => found.get(claim))).toEqual([
    ...['does not hold', 'does not hold', 'does not hold', 'undecided', 'undecided'],
  ]);
  const better = await verdictsOf(
    dataDemand,
    learning((kind) => (kind === 'transformer' ? 0.3 : 0.7)),
  );
  expect([QUESTION, CNN, LINEAR].map((claim) => better.get(claim))).toEqual([
    ...['does not hold', 'does not hold', 'does not hold'],
  ]);
});

it('asks every CNN, not one of them', async () => {
  const workshop = (plain: number) =>
    learning((kind) => (kind === 'convolution' ? 0.1 : kind === 'plain-cnn' ? plain : 0.5));
  expect((await verdictsOf(dataDemand, workshop(0.5))).get(CNN)).toBe('undecided');
  expect((await verdictsOf(dataDemand, workshop(0.9))).get(CNN)).toBe('does not hold');
  const { findings } = await dataDemand.reproduce(workshop(0.9));
  expect(findings.find(({ claim }) => claim === CNN)?.found).toMatch(/equivariant CNN .*0\.100.*; plain CNN .*0\.900/);
});

it('leaves open what errors do not tell', async () => {
  const found = await verdictsOf(
    dataDemand,
    learning(() => 0.5),
  );
  expect(ALL.map((claim) => found.get(claim))).toEqual(Array(5).fill('undecided'));
});

it('sees that equivariance helps', async () => {
  const isEquivariant = (kind: string) => ['linear', 'transformer', 'convolution'].includes(kind);
  const found = await verdictsOf(
    dataDemand,
    learning((kind) => (isEquivariant(kind) ? 0.7 : 0.1)),
  );
  expect(found.get(EQUIVARIANCE)).toBe('holds');
});

const curve = (rates: readonly number[], error = 0.02) =>
  rates.map((value, k) => ({ samples: 10 ** (k + 1), acceptance: { value, error } }));

it('brackets what is needed, errors respected', () => {
  expect(demandOf(curve([0.1, 0.3, 0.6, 0.8]))).toEqual({ above: 100, atMost: 1000 });
  expect(demandOf(curve([0.1, 0.49, 0.51, 0.8]))).toEqual({ above: 10, atMost: 10000 });
  expect(demandOf(curve([0.6, 0.3, 0.6, 0.8]))).toEqual({ above: 100, atMost: 1000 });
  expect(['at most 10', 'more than 10000', 'cannot be told']).toEqual(
    [[0.6, 0.7, 0.8], [0, 0, 0, 0.1], [0.5]].map((rates) => demandText(demandOf(curve(rates)))),
  );
});

it('compares brackets', () => {
  expect(comparedDemand({ atMost: 30 }, { above: 300 }, 10)).toBe('holds');
  expect(comparedDemand({ atMost: 30 }, { above: 100 }, 10)).toBe('undecided');
  expect(comparedDemand({ above: 100 }, { atMost: 100 }, 1)).toBe('does not hold');
  expect(comparedDemand({}, {}, 1)).toBe('undecided');
});
