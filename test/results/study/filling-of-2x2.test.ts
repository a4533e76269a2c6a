/** Averages at fillings of 2 × 2 sites, as `report --fillings` finds them from points at other chemical potentials, against quadrature over all configurations: far from half filling, where n depends on the spins. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createModel } from '../../../src/exact/create.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import { curvesOfRuns } from '../../../src/results/study/curves.ts';
import { FOUND } from '../../../src/results/study/study-rows.ts';
import { fourSpins } from '../../exact/four-spins.ts';
import { averagesOver, type Node } from './exact-averages.ts';
import { pointRun, studyIn } from './runs-with-levels.ts';

const SIZE = [2, 2];
const model = createModel(
  { lattice: createLattice({ kind: 'square', size: SIZE }), temperature: 1 },
  { route: 'dense' },
);
const nodesOf = (count: number): Node[] =>
  fourSpins(count).map(({ spins, weight, magnetization2, staggeredMagnetization2 }) => ({
    weight,
    levels: model.spectrum(spins),
    spins: { magnetization2, staggeredMagnetization2 },
  }));
const nodes = nodesOf(10);
const exactly = (temperature: number, chemicalPotential: number, rule = nodes) =>
  averagesOver(rule, 4, temperature, chemicalPotential);

/** The chemical potential of a density, which rises with it. */
function chemicalPotentialOf(temperature: number, filling: number): number {
  let [low, high] = [-6, 6];
  for (let step = 0; step < 45; step++) {
    const middle = (low + high) / 2;
    if (exactly(temperature, middle).density < filling) low = middle;
    else high = middle;
  }
  return low;
}
const folder = mkdtempSync(join(tmpdir(), 'spinformer-fillings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SPEC = 'lattice.size = [2, 2]\nsampling = { method = "local", samples = 2000, warm_up = 50, seed = 4 }';
const FILLINGS = [0.8, 1.3];
const runs = [0.3, 0.5].flatMap((temperature) =>
  [-0.7, 0, 0.7].map((chemicalPotential) =>
    pointRun(studyIn(folder), SPEC, [
      `model.temperature=${temperature}`,
      `model.chemical_potential=${chemicalPotential}`,
    ]),
  ),
);
const curves = curvesOfRuns(runs, FILLINGS).flatMap((group) => group.curves);

/** In sigma; errors of 40 units are known to 11 %. */
const LIMIT = 4;

describe.each(FILLINGS)('%d electrons per site', (filling) => {
  const curve = curves.find(({ at }) => at['model.filling'] === filling);
  if (!curve) throw new Error('no curve');

  it('is reached at all temperatures', () => {
    expect([curve.x[0], curve.x[curve.x.length - 1], curve.gaps]).toEqual([0.3, 0.5, []]);
  });

  it.each([...curve.x.keys()])('has the exact averages at place %d', (k) => {
    const temperature = curve.x[k];
    const chemicalPotential = chemicalPotentialOf(temperature, filling);
    const { logPartition: _, density, ...known } = exactly(temperature, chemicalPotential);
    for (const [name, truth] of Object.entries({ ...known, [FOUND]: chemicalPotential })) {
      const { mean, error } = curve.observables[name];
      const [found, bar] = [Number(mean[k]), Number(error[k])];
      expect(Math.abs(found - truth) / bar, name).toBeLessThan(LIMIT);
      expect(bar, name).toBeLessThan(0.01);
    }
    expect(density).toBeCloseTo(filling, 9);
    expect(curve.observables.density.mean[k]).toBeCloseTo(filling, 9);
  });
});

it('the rule of the quadrature is fine enough', () => {
  const [coarse, fine] = [nodes, nodesOf(13)].map((rule) => exactly(0.3, -0.35, rule));
  for (const [name, value] of Object.entries(fine)) expect(coarse[name], name).toBeCloseTo(value, 9);
});
