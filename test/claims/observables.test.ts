/** The comparison of two samplers: what counts as agreement, and what the page then says. */
import { expect, it } from 'vitest';
import { agreement, agreementText } from '../../claims/analysis/agreement.ts';
import { structureFactorAt } from '../../claims/observables/outcome.ts';
import { momentumPath, REFERENCE_4X4 } from '../../claims/observables/plan.ts';
import { observables } from '../../claims/observables/target.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { structureFactorWaveNumbers } from '../../src/observables/structure-factor.ts';
import type { Thermalisation } from '../../src/results/summary/thermalisation.ts';
import reference from '../fixtures/ensembles-4x4.json' with { type: 'json' };
import { cannedRuns, estimate } from './canned-runs.ts';

const wavesOf = (size: number) => structureFactorWaveNumbers(createLattice({ kind: 'square', size: [size, size] }));

it('quotes the reference as the fixture has it, to a tenth of its errors', () => {
  for (const [temperature, averages] of REFERENCE_4X4) {
    const known = Object.entries(reference.ensembles).find(([key]) => key === `T=${temperature}`)?.[1];
    for (const [name, { value, error }] of Object.entries(averages)) {
      const { mean, error: sigma } = (known as Record<string, { mean: number; error: number }>)[name];
      expect(Math.abs(value - mean)).toBeLessThan(0.1 * sigma);
      expect(error / sigma).toBeCloseTo(1, 1);
    }
  }
});

it('walks Γ X M and back, over every wave vector once', () => {
  const path = momentumPath(6);
  expect(path.map(({ waveNumber }) => waveNumber.join(''))).toEqual([
    '00',
    '10',
    '20',
    '30',
    '31',
    '32',
    '33',
    '22',
    '11',
  ]);
  expect(path.map(({ length }) => length)).toEqual(path.map(({ length }) => length).toSorted((a, b) => a - b));
  expect(path[6].length).toBe(2);
  const names = path.map(({ waveNumber }) => structureFactorAt(wavesOf(6), waveNumber));
  expect(new Set(names).size).toBe(9);
  expect(() => structureFactorAt(wavesOf(6), [6, 0])).toThrow('no structure factor');
});

it('takes the number of quantities into account', () => {
  const pulls = (values: readonly number[]) =>
    values.map((pull, k) => ({ quantity: `q${k % 4}`, where: `run ${k}`, pull }));
  const fine = agreement(pulls([1, -1, 0.5, 2, -0.3, 0.8, -1.2, 0.1]));
  expect([fine.verdict, fine.points, fine.tests.length, fine.largest?.pull]).toEqual(['holds', 8, 4, 2]);
  // One difference of 3.7 σ in 8 is rare, not impossible; of 6 σ it is.
  expect(agreement(pulls([3.7, -1, 0.5, 1, -0.3, 0.8, -1.2, 0.1])).verdict).toBe('undecided');
  expect(agreement(pulls([6, -1, 0.5, 1, -0.3, 0.8, -1.2, 0.1])).verdict).toBe('does not hold');
  expect(agreement([]).verdict).toBe('undecided');
  expect(agreementText(agreement([]))).toBe('Nothing to compare.');
});

const random = philoxStream(1, 1);
const unit = () => Math.sqrt(3) * (2 * random.nextUniform() - 1);
const NAMES = [
  'energyPerSite',
  'specificHeatPerSite',
  'absMagnetization',
  'absStaggeredMagnetization',
  'structureFactorPiPi',
];

/** A workshop in which exact runs scatter about the reference, and learned ones about a value `shift` standard deviations off. */
const workshop = (shift: number, isBad = false) =>
  cannedRuns(({ lattice, model, sampling }) => {
    const size = lattice.size[0] as number;
    const known = size === 4 ? REFERENCE_4X4.get(model.temperature) : undefined;
    const waveNumbers = wavesOf(size);
    const bias = sampling.method === 'hmc' ? 0 : shift;
    const around = (value: number) => estimate(value + 0.01 * (bias + unit()), 0.01);
    const all = [...NAMES, ...Object.keys(waveNumbers)].map((name) => [name, around(known?.[name]?.value ?? 1)]);
    const observables = Object.fromEntries(all);
    const none = { exactEvaluations: 0, seconds: 0 };
    if (isBad && size === 6) observables.absMagnetization = { kind: 'insufficient', samples: 10, tau: 3, needed: 150 };
    return {
      summary: {
        observables,
        waveNumbers,
        acceptance: { rate: 0.5, predicted: null, inner: null, byChain: [] },
        thermalisation: (isBad ? { verdict: 'differ' } : { verdict: 'agree' }) as Thermalisation,
        cost: { exactEvaluations: 10, effectiveEvaluations: 0, seconds: 1, parts: {}, trials: none, training: none },
      },
    };
  });

it('finds that samplers coincide where they do, and says where there is no error bar', async () => {
  const { findings, tables, figures } = await observables.reproduce(workshop(0, true));
  expect(findings.map(({ verdict }) => verdict)).toEqual(['holds', 'holds', 'holds']);
  expect(findings[0].found).toContain('Too short for an error bar: 6 × 6, T = 0.05');
  expect(findings[0].found).toContain('Out of equilibrium by their own checks: 4 × 4, T = 0.05');
  expect(figures.map(({ name }) => name)).toEqual(['order', 'specific-heat', 'structure-factor', 'pulls']);
  // Two samplers at two sizes and three temperatures, and the reference at three.
  expect(tables[0].rows.length).toBe(1 + 2 * 2 * 3 + 3);
  for (const { rows } of tables) expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
});

it('finds that they do not where one is off', async () => {
  const { findings } = await observables.reproduce(workshop(5));
  expect(findings.map(({ verdict }) => verdict)).toEqual(['does not hold', 'holds', 'does not hold']);
});
