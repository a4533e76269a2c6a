/** All ways to write a sweep, and the points that they make. */
import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../src/spec/spec.ts';
import { parseStudy } from '../../../src/spec/sweep/parse-study.ts';
import { namesOf, study } from './study.ts';

const SIZE = 'lattice.size = [4, 4]';

describe('keys with values', () => {
  it('make the product, the last key changing fastest', () => {
    const { keys, points } = study(
      '[sweep]',
      'lattice.size = [[4, 4], [6, 6]]',
      'model.temperature = [0.1, 0.05, 0.2]',
    );
    expect(keys).toEqual(['lattice.size', 'model.temperature']);
    expect(points.map(({ name }) => name)).toEqual([
      'size=4x4,temperature=0.1',
      'size=4x4,temperature=0.05',
      'size=4x4,temperature=0.2',
      'size=6x6,temperature=0.1',
      'size=6x6,temperature=0.05',
      'size=6x6,temperature=0.2',
    ]);
    expect(points[4].values).toEqual({ 'lattice.size': [6, 6], 'model.temperature': 0.05 });
  });

  it.each([
    ['dotted', ['[sweep]', 'model.coupling = [1, 2]']],
    ['in a table', ['[sweep.model]', 'coupling = [1, 2]']],
    ['in an inline table', ['[sweep]', 'model = { coupling = [1, 2] }']],
    ['under a dotted name', ['[sweep]', '"model.coupling" = [1, 2]']],
    ['dotted throughout', ['sweep.model.coupling = [1, 2]']],
    ['in one line', ['sweep = { model.coupling = [1, 2] }']],
    ['as a range', ['[sweep]', 'model.coupling = { from = 1, to = 2, points = 2 }']],
    ['as a dotted range', ['[sweep.model]', 'coupling.from = 1', 'coupling.to = 2', 'coupling.points = 2']],
    ['as a table of a range', ['[sweep.model.coupling]', 'from = 1', 'to = 2', 'points = 2']],
    ['as points', [...'12'].flatMap((J) => ['[[sweep.points]]', `model.coupling = ${J}`])],
    [
      'as points with tables',
      [...'12'].flatMap((J) => ['[[sweep.points]]', '[sweep.points.model]', `coupling = ${J}`]),
    ],
    ['as inline points', ['[sweep]', 'points = [{ model.coupling = 1 }, { model = { coupling = 2 } }]']],
  ])('%s', (_, lines) => {
    const { keys, points } = study(SIZE, ...lines);
    expect(keys).toEqual(['model.coupling']);
    expect(points.map(({ spec }) => spec.model.coupling)).toEqual([1, 2]);
  });

  it('are vectors from one end of a range to the other', () => {
    const { points } = study(SIZE, '[sweep]', 'model.field = { from = [0, 0.3, -0.3], to = [0, 0, 0.3], points = 4 }');
    expect(points.map(({ values }) => values['model.field'])).toEqual([
      [0, 0.3, -0.3],
      [0, 0.2, -0.1],
      [0, 0.1, 0.1],
      [0, 0, 0.3],
    ]);
  });

  it('go together, point by point', () => {
    const lines = [
      '[sweep]',
      'combine = "together"',
      'lattice.size = [[4, 4], [6, 6]]',
      'model.temperature = [0.1, 0.2]',
    ];
    expect(namesOf(...lines)).toEqual(['size=4x4,temperature=0.1', 'size=6x6,temperature=0.2']);
  });

  it('replace what the spec says of them', () => {
    expect(namesOf(SIZE, 'model.coupling = 7', '[sweep]', 'model.coupling = [1, 2]')).toEqual([
      'coupling=1',
      'coupling=2',
    ]);
  });

  it('may be of any kind', () => {
    const names = namesOf(
      SIZE,
      '[sweep]',
      'effective.kind = ["linear", ["nodal", "transformer"]]',
      'sampling.symmetry_moves = [true, false]',
      'model.exchange = [[], [0.1, -0.2]]',
    );
    expect(names).toContain('exchange=0.1_-0.2,kind=nodal_transformer,symmetry_moves=false');
    expect(names).toContain('exchange=none,kind=linear,symmetry_moves=true');
    expect(names).toHaveLength(8);
  });
});

describe('listed points', () => {
  it('have the values of the spec where they leave a key out', () => {
    const { keys, points } = study(
      'lattice.size = [4, 4]',
      'model.temperature = 0.2',
      'sweep.points = [{ model.coupling = 2 }, { model.temperature = 0.1, sampling.seed = 7 }]',
    );
    expect(keys).toEqual(['model.coupling', 'model.temperature', 'sampling.seed']);
    expect(points).toMatchObject([
      { name: 'coupling=2', values: { 'model.coupling': 2, 'model.temperature': 0.2, 'sampling.seed': 2023 } },
      { name: 'temperature=0.1,seed=7', values: { 'model.coupling': 1, 'model.temperature': 0.1, 'sampling.seed': 7 } },
    ]);
  });

  it('keep their names whatever the others are', () => {
    const points = ['{ model.temperature = 0.1 }', '{ lattice.kind = "kagome" }', '{ effective.kind = "linear" }'];
    const names = (list: string[]) => namesOf(SIZE, `sweep.points = [${list.join(', ')}]`);
    expect(names(points.toReversed())).toEqual(names(points).toReversed());
    expect(names(points.slice(0, 1))).toEqual(names(points).slice(0, 1));
  });
});

describe('a point', () => {
  it('is the spec alone, with levels for curves', () => {
    const base = '[model]\ncoupling = 2\n[sampling]\nsamples = 10\n';
    const { points } = study(base, '[sweep]', 'lattice.size = [[4, 4], [6, 6]]', 'model.temperature = [0.1, 0.2]');
    const alone = parseSpec(base, 'spec.toml', [
      'lattice.size=[6, 6]',
      'model.temperature=0.1',
      'sampling.levels=true',
    ]);
    expect(points[2].spec).toEqual(alone);
  });

  it('takes what --set says of other keys', () => {
    const sweep = `${SIZE}\nsweep.model.temperature = [0.1, 0.2]`;
    const { points, carryModels } =
      parseStudy(sweep, 'spec.toml', ['model.coupling=3', 'sweep.carry_models=true']) ?? {};
    expect(points?.map(({ spec }) => spec.model.coupling)).toEqual([3, 3]);
    expect(carryModels).toBe(true);
  });
});

it('there is no study without [sweep]', () => {
  expect(parseStudy(SIZE, 'spec.toml')).toBeUndefined();
});
