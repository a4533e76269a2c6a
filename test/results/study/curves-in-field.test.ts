/** M(H) against quadrature: two sites with an antiferromagnetic exchange, which saturate at h = 2 J_1 and more, electrons included. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createModel } from '../../../src/exact/create.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { Value } from '../../../src/results/study/averages-at.ts';
import { curvesOfRuns, readLevelsOf } from '../../../src/results/study/curves.ts';
import { atFilling } from '../../../src/results/study/filling-of-levels.ts';
import { gaussLegendre } from '../../gauss-legendre.ts';
import { averagesOver } from './exact-averages.ts';
import { pointRun, studyIn } from './runs-with-levels.ts';
import { TWO_SITES } from './two-sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinformer-field-'));
afterAll(() => rmSync(folder, { recursive: true }));

const EXCHANGE = 0.4;
/** A direction that is no axis; that of the model makes the point at zero field one of them. */
const DIRECTION = [0.6, 0, 0.8] as const;
const SPEC = `${TWO_SITES}
model = { exchange = [${EXCHANGE}], axis = [3.0, 0.0, 4.0] }
sampling = { method = "local", samples = 1500, warm_up = 50, seed = 5 }
observables = { families = ["electrons", "magnetization", "field", "correlations", "structure-factor-components"] }`;
const point = (field: number, temperature = 0.3, ...overrides: string[]) =>
  pointRun(studyIn(folder), SPEC, [
    `model.field=[${DIRECTION.map((component) => component * field).join(', ')}]`,
    `model.temperature=${temperature}`,
    ...overrides,
  ]);

const model = createModel({
  lattice: createLattice({ kind: 'chain', size: [2], boundary: ['open'] }),
  temperature: 1,
});

/** Over the cosine between the spins, c, and the cosine between their sum, of length √(2 + 2c), and the field. */
const nodes = gaussLegendre(40).flatMap(([c, weight]) => {
  const levels = model.spectrum(Float64Array.of(0, 0, 1, Math.sqrt(1 - c * c), 0, c));
  return gaussLegendre(40).map(([u, other]) => ({ c, m: u * Math.sqrt((1 + c) / 2), weight: weight * other, levels }));
});

function exactly(field: number, temperature: number, chemicalPotential = 0): Record<string, number> {
  const weighted = nodes.map(({ c, m, weight, levels }) => ({
    weight,
    levels: Float64Array.from(levels),
    classicalEnergy: EXCHANGE * c - 2 * field * m,
    spins: { magnetizationAlongField: m, nearestNeighbourCorrelation: c, magnetization2: (1 + c) / 2, square: m * m },
  }));
  const { square, ...averages } = averagesOver(weighted, 2, temperature, chemicalPotential);
  const m = averages.magnetizationAlongField;
  return { ...averages, susceptibilityAlongField: (2 * (square - m * m)) / temperature };
}

const FIELDS = [0, 0.3, 0.7, 1.2, 2];
const runs = [
  ...FIELDS.map((field) => point(field)),
  point(0.3, 0.45),
  point(0.3, 0.3, 'model.chemical_potential=0.5'),
];
const levels = readLevelsOf(runs, DIRECTION);
if (!levels) throw new Error('no levels');

const deviation = ({ mean, error }: Value, truth: number): number => Math.abs(mean - truth) / error;
/** In sigma; errors of 40 units are known to 11 %. */
const LIMIT = 4;

describe.each([
  [0, 0.3],
  [0.15, 0.3],
  [0.5, 0.4],
  [1.6, 0.3],
  [2, 0.3],
])('h = %d, T = %d', (field, temperature) => {
  it('all averages are those of the quadrature', () => {
    const at = levels.at({ temperature, chemicalPotential: 0, field });
    expect(at.isReached).toBe(true);
    const { logPartition: _, ...averages } = exactly(field, temperature);
    for (const [name, truth] of Object.entries(averages)) {
      const { value, error } = at.of(name);
      if (Math.abs(value - truth) < 1e-12) continue;
      expect(deviation({ mean: value, error }, truth), name).toBeLessThan(LIMIT);
      expect(error, name).toBeLessThan(0.03);
    }
  });
});

it('log Z between fields', () => {
  const { value, error } = levels.at({ temperature: 0.3, chemicalPotential: 0, field: 1.6 }).logPartition();
  const truth = exactly(1.6, 0.3).logPartition - exactly(0, 0.3).logPartition;
  expect(deviation({ mean: value, error }, truth)).toBeLessThan(LIMIT);
});

it('a field the other way magnetises the other way', () => {
  const place = { temperature: 0.3, chemicalPotential: 0 };
  const [there, back] = [0.3, -0.3].map((field) => levels.at({ ...place, field }).of('magnetizationAlongField'));
  expect(deviation({ mean: back.value, error: Math.hypot(back.error, there.error) }, there.value)).toBeLessThan(LIMIT);
  expect(back.value).toBeGreaterThan(0.1);
});

it('a filling in a field', () => {
  const found = atFilling(levels, { temperature: 0.3, chemicalPotential: 0, field: 0.3 }, 1.1);
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (exactly(0.3, 0.3, middle).density < 1.1) low = middle;
    else high = middle;
  }
  if (!found) throw new Error('no chemical potential');
  expect(deviation(found.chemicalPotential, low)).toBeLessThan(LIMIT);
  const { magnetizationAlongField: truth } = exactly(0.3, 0.3, low);
  expect(deviation(found.of('magnetizationAlongField'), truth)).toBeLessThan(LIMIT);
});

it('has one group with curves in each variable, through the points', () => {
  const [group, ...others] = curvesOfRuns([runs[1], runs[3], ...runs.slice(FIELDS.length)], [1.1]);
  expect(others).toEqual([]);
  expect(group.direction?.map((value) => Number(value.toFixed(12)))).toEqual([...DIRECTION]);
  const T = 'model.temperature';
  const [mu, h, n] = ['model.chemical_potential', 'model.field', 'model.filling'];
  const described = group.curves.map(({ key, at, x }) => [key, at, x.length]);
  expect(described).toEqual([
    [T, { [mu]: 0, [h]: expect.closeTo(0.3, 12) }, 5],
    [mu, { [T]: 0.3, [h]: expect.closeTo(0.3, 12) }, 5],
    [h, { [T]: 0.3, [mu]: 0 }, 5],
    [T, { [h]: expect.closeTo(0.3, 12), [n]: 1.1 }, 5],
    [T, { [h]: expect.closeTo(1.2, 12), [n]: 1.1 }, 1],
    [h, { [T]: 0.3, [n]: 1.1 }, 5],
  ]);
  expect(group.curves[2].specificHeatPeak).toBe(null);
});

it('keeps apart fields of other directions, and points that have not measured the magnetisation along them', () => {
  const families = 'observables.families=["electrons", "magnetization"]';
  const others = [
    point(0),
    point(0.3),
    point(0.3, 0.3, 'model.field=[0.0, 0.5, 0.0]'),
    point(0.3, 0.45, 'model.field=[0.0, 0.5, 0.0]'),
    point(0.3, 0.3, families),
    point(0.3, 0.45, families),
  ];
  expect(curvesOfRuns(others).map((group) => group.runs)).toEqual([
    [1, 4, 5],
    [2, 3],
  ]);
  expect(curvesOfRuns([others[0], others[1]]).map((group) => group.runs)).toEqual([[0, 1]]);
});

it('takes the magnetisation at zero field from its components too', () => {
  const families = 'observables.families=["electrons", "magnetization-components"]';
  const components = [
    point(0, 0.3, families, 'model.axis=[0, 1, 0]'),
    point(0.3, 0.3, families, 'model.axis=[0, 1, 0]'),
  ];
  const [{ curves }] = curvesOfRuns(components);
  expect(curves.map(({ key }) => key)).toEqual(['model.field']);
  const { mean, error } = curves[0].observables.magnetizationAlongField;
  expect(
    deviation({ mean: mean[2] ?? NaN, error: error[2] ?? NaN }, exactly(0.15, 0.3).magnetizationAlongField),
  ).toBeLessThan(LIMIT);
});
