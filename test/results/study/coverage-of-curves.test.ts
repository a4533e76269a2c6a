/**
 * Error bars of curves, and of the single runs behind them, over many studies that differ in the seed: 2 × 2 sites in hybrid Monte Carlo, with exact values by quadrature.
 * Pulls of one study are correlated, because the same samples stand behind all of its values, so only the spread over seeds says whether bars are right: single seeds have an rms of up to 2.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createModel } from '../../../src/exact/create.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import { readLevelsOf } from '../../../src/results/study/curves.ts';
import { summarise } from '../../../src/results/summary/summary.ts';
import { chiSquareTail } from '../../../src/statistics/chi-square.ts';
import { fourSpins } from '../../exact/four-spins.ts';
import { averagesOver } from './exact-averages.ts';
import { pointRun, studyIn } from './runs-with-levels.ts';

const SEEDS = 40;
const MU = -1.2;
const SPEC = `
lattice.size = [2, 2]
model = { coupling = 4, chemical_potential = ${MU} }
sampling = { method = "hmc", chains = 2, samples = 500, warm_up = 30 }
`;
const POINTS = [0.08, 0.16, 0.32];
/** At a point, between points and outside of them. */
const PLACES = [0.16, 0.12, 0.24, 0.075];

const model = createModel(
  { lattice: createLattice({ kind: 'square', size: [2, 2] }), coupling: 4, temperature: 1 },
  { route: 'dense' },
);
const nodes = fourSpins(16).map(({ spins, weight, ...observables }) => ({
  weight,
  levels: model.spectrum(spins),
  spins: observables,
}));
const exactly = (temperature: number): Record<string, number> => averagesOver(nodes, 4, temperature, MU);
const truths = PLACES.map(exactly);

const NAMES = ['energyPerSite', 'density', 'magnetization2', 'staggeredMagnetization2', 'specificHeatPerSite'];
const folder = mkdtempSync(join(tmpdir(), 'spinformer-coverage-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** (value − exact)/error of one study, by what is compared. */
function pullsOf(seed: number): Map<string, number> {
  const runs = POINTS.map((temperature) =>
    pointRun(studyIn(folder), SPEC, [`sampling.seed=${seed}`, `model.temperature=${temperature}`]),
  );
  const levels = readLevelsOf(runs);
  if (!levels) throw new Error('no levels');
  const { observables } = summarise(runs[1]);
  return new Map(
    NAMES.flatMap((name) => {
      const alone = observables[name];
      if (alone?.kind !== 'estimate' || alone.error === null) throw new Error(`no error bar of ${name}`);
      return [
        [`${name} of a run`, (alone.mean - truths[0][name]) / alone.error] as const,
        ...PLACES.map((temperature, k) => {
          const { value, error } = levels.at({ temperature, chemicalPotential: MU }).of(name);
          return [`${name} of a curve at T = ${temperature}`, (value - truths[k][name]) / error] as const;
        }),
      ];
    }),
  );
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** One in 10 000 is beyond, on either side. */
const BY_CHANCE = 1e-4;

it('of hybrid Monte Carlo cover the exact values as often as they should, in runs and along curves', () => {
  const studies = Array.from({ length: SEEDS }, (_, k) => pullsOf(101 + k));
  const wrong = [...studies[0].keys()].flatMap((name) => {
    const pulls = studies.map((study) => study.get(name) as number);
    const square = mean(pulls.map((pull) => pull * pull));
    const tail = chiSquareTail(square * SEEDS, SEEDS);
    const bias = mean(pulls) * Math.sqrt(SEEDS);
    const isRight = tail > BY_CHANCE && tail < 1 - BY_CHANCE && Math.abs(bias) < 4;
    return isRight ? [] : [`${name}: mean square ${square}, mean ${bias} of its errors`];
  });
  expect(wrong).toEqual([]);
  const whole = studies.map((study) => mean([...study.values()].map((pull) => pull * pull)));
  const error = Math.sqrt(mean(whole.map((one) => (one - mean(whole)) ** 2)) / SEEDS);
  expect(Math.abs(mean(whole) - 1) / error, `mean square of all pulls ${mean(whole)} ± ${error}`).toBeLessThan(4);
});
