/** Where trainings begin that go on from the model of a neighbour, and studies in which none can. */
import { describe, expect, it } from 'vitest';
import { complaint, study } from './study.ts';

const pairs = (...lines: string[]) => [...study('lattice.size = [4, 4]', ...lines).neighbours];
const carried = (...lines: string[]) => pairs('[sweep]', 'carry_models = true', ...lines);

describe('the neighbour of a point', () => {
  it('is the one before it along the last key, all others being equal, where something is learned', () => {
    expect(carried('sampling.method = ["self-learning", "hmc"]', 'model.temperature = [0.8, 0.4, 0.2]')).toEqual([
      ['temperature=0.4,method=self-learning', 'temperature=0.8,method=self-learning'],
      ['temperature=0.2,method=self-learning', 'temperature=0.4,method=self-learning'],
    ]);
    expect(pairs('[sweep]', 'model.temperature = [0.8, 0.4]')).toEqual([]);
  });

  it('has the same lattice and kind of model, so that the last key that changes neither counts', () => {
    expect(
      carried(
        'model.coupling = [1, 2]',
        'lattice.size = [[2, 2], [4, 4]]',
        'effective.kind = ["linear", "transformer"]',
      ).slice(0, 2),
    ).toEqual([
      ['size=2x2,coupling=2,kind=linear', 'size=2x2,coupling=1,kind=linear'],
      ['size=2x2,coupling=2,kind=transformer', 'size=2x2,coupling=1,kind=transformer'],
    ]);
  });

  it('is the last one before it in lists that are taken together', () => {
    expect(
      carried('combine = "together"', 'model.temperature = [0.8, 0.4, 0.2]', 'model.coupling = [1, 2, 3]'),
    ).toEqual([
      ['coupling=2,temperature=0.4', 'coupling=1,temperature=0.8'],
      ['coupling=3,temperature=0.2', 'coupling=2,temperature=0.4'],
    ]);
  });

  it('is the last one before it in listed points, of its own lattice', () => {
    const point = (size: string, T: string) => [
      '[[sweep.points]]',
      `lattice.size = ${size}`,
      `model.temperature = ${T}`,
    ];
    const points = [point('[4, 4]', '0.8'), point('[6, 6]', '0.8'), point('[4, 4]', '0.4'), point('[6, 6]', '0.4')];
    expect(pairs('[sweep]', 'carry_models = true', ...points.flat())).toEqual([
      ['size=4x4,temperature=0.4', 'size=4x4,temperature=0.8'],
      ['size=6x6,temperature=0.4', 'size=6x6,temperature=0.8'],
    ]);
  });

  it('is none of a choice, whose model is known afterwards', () => {
    expect(carried('effective.kind = ["linear", "auto"]', 'model.temperature = [0.8, 0.4]')).toEqual([
      ['temperature=0.4,kind=linear', 'temperature=0.8,kind=linear'],
    ]);
  });
});

it('tempered points have neighbours too, whose model of the highest temperature they begin with', () => {
  expect(carried('model.coupling = [1, 2]', '[tempering]', 'temperatures = [0.1, 0.2]')).toEqual([
    ['coupling=2', 'coupling=1'],
  ]);
});

describe('a study in which nothing can be carried says so at its line', () => {
  const refused = (...lines: string[]) =>
    complaint('lattice.size = [4, 4]', '[sweep]', 'carry_models = true', ...lines);

  it('with the reason', () => {
    expect(refused('model.temperature = [0.1, 0.2]', '[effective]', 'kind = "auto"')).toBe(`
study.toml:3:16: sweep.carry_models: expected false where no training can begin with the model of another point, found true
  3 | carry_models = true
    |                ^^^^
  effective.kind = "auto" chooses the kind of model in the training itself
`);
  });

  it.each([
    [
      'nothing is learned with sampling.method = "local"',
      ['model.coupling = [1, 2]', '[sampling]', 'method = "local"'],
    ],
    ['no two points have the same lattice', ['lattice.size = [[2, 2], [4, 4]]']],
    ['no two points have the same lattice', ['effective.kind = ["linear", "transformer"]']],
  ])('%s', (reason, lines) => {
    expect(refused(...lines)).toContain(`\n  ${reason}`);
  });

  it('unless there is a single point, to which others may be added', () => {
    expect(refused('model.temperature = [0.1]')).toBe('no error');
  });
});
