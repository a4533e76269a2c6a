/** Every class of mistake in a sweep with the message a user reads. */
import { describe, expect, it } from 'vitest';
import { requireSamplable } from '../../../src/chain/samplable.ts';
import { InputError } from '../../../src/errors.ts';
import { parseSpec, resolveSpec } from '../../../src/spec/spec.ts';
import { parseStudy } from '../../../src/spec/sweep/parse-study.ts';
import { idleSeeds } from '../../../src/spec/sweep/realisations.ts';
import { complaint, messageOf, namesOf } from './study.ts';

/** A sweep over a spec in order. */
const sweep = (...lines: string[]) => complaint('lattice.size = [4, 4]', '[sweep]', ...lines);
const point = (...lines: string[]) => complaint('lattice.size = [4, 4]', '[[sweep.points]]', ...lines);

describe('values', () => {
  it('show the entry of the list, and the point', () => {
    expect(sweep('model.temperature = [0.1, 0.2, "cold"]')).toBe(`
study.toml:3:32: model.temperature: expected a number, 0 or more, found "cold"
  3 | model.temperature = [0.1, 0.2, "cold"]
    |                                ^^^^^^
  in point 3, temperature=cold
`);
  });

  it('are told once for all points of a product', () => {
    expect(sweep('model.temperature = [0.1, nan]', 'model.coupling = [1, 2, 3]')).toBe(`
study.toml:3:27: model.temperature: expected a number, 0 or more, found nan
  3 | model.temperature = [0.1, nan]
    |                           ^^^
  in point 4, coupling=1,temperature=NaN, and in 2 more
`);
  });

  it('are told of the first 20 places, with the part of a long line around each', () => {
    const message = sweep(
      `model.temperature = [${Array.from({ length: 3000 }, (_, i) => `-0.${i + 1000}`).join(', ')}]`,
    );
    expect(message.match(/^study\.toml/gm)).toHaveLength(20);
    expect(message).toContain('\n  in point 20, temperature=-0.1019\n  and 2980 more mistakes in other places\n');
    expect(message).toMatch(/^ {2}3 \| ….{160}…$/m);
    expect(Math.max(...message.split('\n').map((line) => line.length))).toBeLessThan(180);
  });

  it('of a range are shown with the range, and nothing is suggested for one of them', () => {
    expect(sweep('sampling.warm_up = { from = 4, to = 9, points = 4 }')).toBe(`
study.toml:3:20: sampling.warm_up: expected a whole number, 0 or more, found 5.66666666667 in the range 4, 5.66666666667, 7.33333333333, 9
  3 | sampling.warm_up = { from = 4, to = 9, points = 4 }
    |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  in point 2, warm_up=5.66666666667, and in 1 more
`);
  });

  it.each([
    ['model.temperature = [inf]', 'study.toml:3:22: model.temperature: expected a number, 0 or more, found inf'],
    [
      'model.temperature = [[0.1, 0.2]]',
      'study.toml:3:22: model.temperature: expected a number, 0 or more, found [0.1, 0.2]',
    ],
    ['model.temperature = [{ a = 1 }]', 'expected a number, 0 or more, found { a = 1 }'],
    ['lattice.size = [[4, 4], [6, 0]]', 'study.toml:3:29: lattice.size: expected a whole number, 1 or more, found 0'],
    ['lattice.size = [[4, 4], [8, 8, 8]]', 'study.toml:3:25: lattice.size: expected 2 entries, one per direction'],
    [
      'lattice.size = [4, [4, 4]]',
      'found 4\n  3 | lattice.size = [4, [4, 4]]\n    |                 ^\n  did you mean [4, 4]?',
    ],
    ['lattice.size = { from = 4, to = 8, points = 3 }', 'one per direction, found 4 in the range 4, 6, 8'],
    ['lattice.kind = ["square", "chain"]', 'study.toml:1:16: lattice.size: expected 1 entry'],
    ['sampling.method = ["hmc", "locl"]', 'did you mean "local"?'],
    ['model.temperature = { from = -0.1, to = 0.1, points = 3 }', 'found -0.1 in the range -0.1, 0, 0.1'],
  ])('refuse %s', (line, message) => {
    expect(sweep(line)).toContain(message);
  });

  it('of the spec are told without a point', () => {
    expect(
      complaint('lattice.size = [4, 4]', 'model.couplin = 1', '[sweep]', 'model.temperature = [0.1, 0.2]'),
    ).toMatch(/did you mean coupling\?\n$/);
    expect(complaint('[sweep]', 'model.temperature = [0.1, 0.2]')).toContain(
      'lattice.size: expected a list of whole numbers',
    );
  });
});

describe('lists', () => {
  it.each([
    ['model.temperature = 0.1', '{ from, to, points }, found 0.1', '[0.1]'],
    ['lattice.size = "4x4"', 'found "4x4"', '["4x4"]'],
    [
      'lattice.size = [4, 6]',
      'study.toml:3:16: sweep.lattice.size: expected a list of values of lattice.size, each a list itself, found [4, 6]',
      '[[4, 6]]',
    ],
    ['model.hopping = [1.0]', 'expected a list of values of model.hopping, each a list itself, found [1.0]', '[[1.0]]'],
  ])('are wanted: %s', (line, message, suggestion) => {
    expect(sweep(line)).toContain(message);
    expect(sweep(line)).toContain(`did you mean ${suggestion}?`);
  });

  it('have values', () => {
    expect(sweep('model.temperature = []')).toContain('sweep.model.temperature: expected at least one value, found []');
    expect(sweep('points = []')).toContain('sweep.points: expected at least one point, found []');
  });

  it('have equal lengths to go together', () => {
    expect(sweep('combine = "together"', 'model.temperature = [0.1, 0.2, 0.3]', 'model.coupling = [1, 2]')).toBe(`
study.toml:2:2: sweep: expected lists of equal length, which combine = "together" takes point by point, found 3 of model.temperature, 2 of model.coupling
  2 | [sweep]
    |  ^^^^^
  did you mean combine = "grid"?
`);
  });

  it('make no more than 100000 points', () => {
    const range = '{ from = 1, to = 2, points = 1000 }';
    expect(sweep(`model.temperature = ${range}`, `model.coupling = ${range}`)).toContain(
      'sweep: expected at most 100000 points, found 1000 × 1000 = 1000000',
    );
    expect(sweep('model.temperature = { from = 1, to = 2, points = 100001 }')).toContain(
      'expected a whole number from 2 to 100000, found 100001',
    );
  });
});

describe('ranges', () => {
  const range = (text: string) => sweep(`model.temperature = { ${text} }`);

  it.each([
    [
      'from = 1, to = 2, points = 1',
      'sweep.model.temperature.points: expected a whole number from 2 to 100000, found 1',
    ],
    ['from = 1, to = 2, points = 2.5', 'expected a whole number from 2 to 100000, found 2.5'],
    [
      'from = 1, to = 2',
      'sweep.model.temperature.points: expected a whole number from 2 to 100000 (number of values, both ends included), found nothing',
    ],
    [
      'to = 2, points = 2',
      'sweep.model.temperature.from: expected a number, or a list of numbers (first value), found nothing',
    ],
    [
      'from = 1, to = nan, points = 2',
      'sweep.model.temperature.to: expected a number, or a list of numbers, found nan',
    ],
    ['from = 1, to = 1, points = 2', 'expected two different ends, found { from = 1, to = 1, points = 2 }'],
    ['from = 1, to = 2, count = 2', 'found the unknown key count'],
    ['from = 1, to = 2, count = 2', 'did you mean points?'],
    ['form = 1, to = 2, points = 2', 'did you mean from?'],
    ['from = 1, to = 2, points = 2, spacing = "log"', 'expected "linear" or "geometric", found "log"'],
    ['from = 1, to = 2, points = 2, spacing = "geometrical"', 'did you mean "geometric"?'],
    [
      'from = -1, to = 2, points = 2, spacing = "geometric"',
      'expected two ends above 0, or two below, for equal ratios',
    ],
    ['from = 0, to = 2, points = 2, spacing = "geometric"', 'did you mean spacing = "linear"?'],
    ['from = [1], to = [2], points = 2', 'expected a number, 0 or more, found [1] in the range [1], [2]'],
    ['from = 1, to = [2], points = 2', 'expected two ends that are numbers, or lists of the same length'],
    ['from = [1, 2], to = [2], points = 2', 'expected two ends that are numbers, or lists of the same length'],
    ['from = [1, 2], to = [1, 2], points = 2', 'expected two different ends'],
    ['from = [1, 2], to = [2, 4], points = 2, spacing = "geometric"', 'expected numbers for equal ratios'],
    ['from = ["a"], to = [2], points = 2', 'expected a number, or a list of numbers, found ["a"]'],
  ])('refuse %s', (text, message) => {
    expect(range(text)).toContain(message);
  });

  it('of vectors are checked as values of their key', () => {
    expect(sweep('model.field = { from = [0, 0], to = [0, 1], points = 3 }')).toContain(
      'model.field: expected a list of 3 numbers, found [0,0] in the range [0,0], [0,0.5], [0,1]',
    );
  });

  it('under other names lead to those of here, and nothing else is told of them', () => {
    expect(range('start = 0.1, stop = 1, num = 3').match(/^study|did you mean \w+/gm)).toEqual([
      'study',
      'did you mean from',
      'study',
      'did you mean to',
      'study',
      'did you mean points',
    ]);
    expect(range('from = 0.1, to = 1, step = 0.1')).toBe(`
study.toml:3:43: sweep.model.temperature.step: expected a list of values, or a range with the keys from, to, points, spacing, found the unknown key step
  3 | model.temperature = { from = 0.1, to = 1, step = 0.1 }
    |                                           ^^^^
  points says how many values there are, both ends included
`);
    expect(sweep('model.temperature.value = [0.1]').match(/^study/gm)).toHaveLength(1);
  });

  it('of a ladder are one value of it', () => {
    const ladder = '{ from = 0.02, to = 0.08, count = 4 }';
    expect(sweep(`tempering.temperatures = ${ladder}`)).toBe(`
study.toml:3:26: sweep.tempering.temperatures: expected a list of values of tempering.temperatures, found ${ladder}
  3 | tempering.temperatures = ${ladder}
    |                          ${'^'.repeat(ladder.length)}
  did you mean [${ladder}]?
`);
    expect(sweep(`tempering.temperatures = [${ladder}]`)).toBe('no error');
  });

  it('too narrow for different values are refused', () => {
    expect(range('from = 1, to = 1.0000000000001, points = 5')).toContain('which makes the same point as point');
  });
});

describe('names', () => {
  it('of keys lead to the nearest one', () => {
    expect(sweep('model.temprature = [0.1]')).toContain('study.toml:3:7: model.temprature: expected one of the keys');
    expect(sweep('model.temprature = [0.1]')).toContain('did you mean temperature?');
    expect(sweep('model.beta = 20')).toContain('did you mean model.temperature, which is 1/beta?');
    expect(point('model.temprature = 0.1')).toContain('did you mean temperature?');
  });

  it.each([
    ['temperature = [0.1]', 'model.temperature'],
    ['T = [0.1]', 'model.temperature'],
    ['modle.temperature = [0.1]', 'model'],
    ['carry_model = true', 'carry_models'],
    ['carryModels = true', 'carry_models'],
    ['combin = "grid"', 'combine'],
    ['point = [{ model.temperature = 0.1 }]', 'points'],
  ])('of [sweep]: %s', (line, meant) => {
    expect(sweep(line)).toContain(`found the unknown name ${line.split(/[ .=]/)[0]}\n`);
    expect(sweep(line)).toContain(`did you mean ${meant}?`);
  });

  it.each([
    ['combine = "zip"', 'sweep.combine: expected "grid" or "together", found "zip"'],
    ['carry_models = 1', 'sweep.carry_models: expected true or false, found 1'],
    ['levels = "yes"', 'sweep.levels: expected true or false, found "yes"'],
    ['model = 3', 'model: expected a section [model], found 3'],
    ['run.version = [1]', 'found the unknown name run'],
    ['"model.temperature.x" = [1]', 'found the unknown name model.temperature.x'],
  ])('and values of [sweep]: %s', (line, message) => {
    expect(sweep(line)).toContain(message);
  });

  it.each(['chains', 'samples', 'seed'])('sampling.%s belongs to listed points alone', (key) => {
    expect(sweep(`sampling.${key} = [1, 2]`)).toContain(
      `sweep.sampling.${key}: expected a key that says what is sampled, found sampling.${key}`,
    );
    expect(sweep(`sampling.${key} = [1, 2]`)).toContain('name it in [[sweep.points]]');
    expect(point(`sampling.${key} = 3`)).toBe('no error');
  });

  it('are given once', () => {
    expect(sweep('model.coupling = [1]', '"model.coupling" = [2]')).toContain(
      'study.toml:4:1: sweep.model.coupling: expected every key once, found model.coupling again',
    );
    expect(point('model.coupling = 1', '"model.coupling" = 2')).toContain('expected every key once');
    expect(sweep('model.coupling = [1]', 'model.coupling = [2]')).toContain('expected valid TOML');
  });
});

describe('points', () => {
  it('are different', () => {
    expect(sweep('model.temperature = [0.1, 0.2, 0.10]')).toBe(`
study.toml:3:32: sweep.model.temperature: expected different points, found 0.10, which makes the same point as point 1, temperature=0.1
  3 | model.temperature = [0.1, 0.2, 0.10]
    |                                ^^^^
  in point 3, temperature=0.1
`);
  });

  it('have directories of their own', () => {
    expect(sweep('effective.kind = ["linear", ["linear"]]')).toContain(
      'found ["linear"], which makes the same point as point 1, kind=linear',
    );
  });

  it('are different where one says what the spec says', () => {
    const lines = ['model.coupling = 2', '[[sweep.points]]', 'model.temperature = 0.05', 'model.coupling = 2'];
    expect(point(...lines)).toContain('which makes the same point as point 1, coupling=2');
  });

  it('and keys do not mix', () => {
    expect(sweep('model.coupling = [1]', 'points = [{ model.temperature = 1 }]')).toContain(
      'sweep.points: expected keys with their values, or a list of points, not both, found both',
    );
  });

  it('have keys', () => {
    expect(complaint('lattice.size = [4, 4]', '[[sweep.points]]')).toContain(
      'sweep.points: expected a key of a spec with its value',
    );
    expect(sweep('points = [3]')).toContain('expected a point, as { model.temperature = 0.1 }, found 3');
    expect(sweep('points = 3')).toContain('expected a list of points, [[sweep.points]], found 3');
    expect(sweep('points = { model.coupling = 1 }')).toContain('expected a list of points, [[sweep.points]]');
  });

  it('have values and no lists of them', () => {
    expect(point('model.coupling = [1, 2]')).toContain('model.coupling: expected a number, found [1, 2]');
    expect(point('model.coupling = { from = 1, to = 2, points = 2 }')).toContain(
      'model.coupling: expected a number, found { from = 1, to = 2, points = 2 }',
    );
  });

  it('do not swallow the options of [sweep] unseen', () => {
    expect(point('model.coupling = 1', 'carry_models = true')).toContain(
      '  carry_models belongs to [sweep], before the first [[sweep.points]]\n',
    );
  });
});

describe('the section', () => {
  it('has something in it', () => {
    expect(sweep()).toBe(`
study.toml:2:2: sweep: expected keys of a spec with their values, or [[sweep.points]], found nothing
  2 | [sweep]
    |  ^^^^^
  did you mean model.temperature = [0.05, 0.1]?
`);
    expect(sweep('carry_models = true')).toContain('found nothing');
  });

  it('is one', () => {
    expect(complaint('lattice.size = [4, 4]', 'sweep = 3')).toContain('sweep: expected a section [sweep], found 3');
    expect(complaint('lattice.size = [4, 4]', '[[sweep]]')).toContain('expected a section [sweep], found [[sweep]]');
  });

  it('has a name that others may miss', () => {
    for (const name of ['swep', 'scan'])
      expect(messageOf(() => parseSpec(`[${name}]\nmodel.coupling = [1]`, 'spec.toml'))).toContain(
        'did you mean [sweep]?',
      );
  });
});

describe('--set', () => {
  const text = 'lattice.size = [4, 4]\nsweep.model.temperature = [0.1, 0.2]';
  const overridden = (option: string) => messageOf(() => parseStudy(text, 'study.toml', [option]));

  it.each([
    ['model.temperature=0.3', '--set model.temperature=0.3: model.temperature: expected a key that is not swept'],
    ['model.temperature=0.3', 'or choose some of the points with --points'],
    ['model.couplin=1', 'did you mean coupling?'],
    ['sweep.carry_model=true', 'did you mean carry_models?'],
    ['sweep.levels=2', '--set sweep.levels=2: sweep.levels: expected true or false, found 2'],
    [
      'sweep.model.temperature=[1]',
      'one of the keys combine, carry_models, levels, found model.temperature\n  values of a sweep are changed in the file',
    ],
  ])('%s', (option, message) => {
    expect(overridden(option)).toContain(message);
  });
});

it('a single spec is wanted elsewhere, and says so', () => {
  const message = `
spec.toml:2:2: sweep: expected the spec of a single model, found that of a study
  2 | [sweep]
    |  ^^^^^
  leave [sweep] out, and give the values that it sweeps in their own sections
`;
  expect(messageOf(() => parseSpec('\n[sweep]\nmodel.coupling = [1]', 'spec.toml'))).toBe(message);
  const input = { lattice: { size: [4, 4] }, sweep: { model: { coupling: [1] } } };
  expect(messageOf(() => resolveSpec(input))).toContain('found that of a study');
});

describe('values of other types', () => {
  it.each([
    ['model.temperature = [1979-05-27]', 'expected a number, 0 or more, found 1979-05-27'],
    ['model.temperature = 07:32:00', 'found 07:32:00'],
    ['model.coupling = [true]', 'expected a number, found true'],
    ['model.temperature = [[[0.1]]]', 'expected a number, 0 or more, found [[0.1]]'],
    ['model.temperature = [1e400]', 'expected a number, 0 or more, found 1e400'],
    ['model.chemical_potential = [0, -0.0]', 'found -0.0, which makes the same point as point 1'],
    [
      'model.temperature = {}',
      'sweep.model.temperature.from: expected a number, or a list of numbers (first value), found nothing',
    ],
    ['effective.kind = ["linear", 3]', 'found 3\n'],
    [
      'effective.kind = { from = "a", to = "b", points = 2 }',
      'sweep.effective.kind.from: expected a number, or a list of numbers, found "a"',
    ],
    ['sampling.levels = { from = 0, to = 1, points = 2 }', 'expected true or false, found 0 in the range 0, 1'],
    ['sampling.warm_up = [99999999999999999999]', 'found 99999999999999999999'],
    ['model.temperature = { from = 0.1, to = 1, points = "4" }', 'from 2 to 100000, found "4"'],
    ['carry_models = [true, false]', 'sweep.carry_models: expected true or false, found [true, false]'],
    ['tempering.temperatures = [0.1, 0.2]', 'did you mean [[0.1, 0.2]]?'],
    ['model.filling = [0.5, 2.5]', 'expected a number greater than 0 and less than 2, found 2.5'],
  ])('%s', (line, message) => {
    expect(sweep(line)).toContain(message);
  });

  it('meet keys of other sections', () => {
    expect(sweep('model.temperature = [0.1, 0.2]', '[tempering]', 'temperatures = [0.1, 0.2]')).toBe(`
study.toml:3:7: model.temperature: expected no temperature beside tempering.temperatures, which has all of them, found both
  3 | model.temperature = [0.1, 0.2]
    |       ^^^^^^^^^^^
`);
    expect(sweep('model.filling = [0.5]', '[model]', 'chemical_potential = 0.1')).toContain('found both');
  });

  it('that are strings, truth values and lists make points', () => {
    expect(
      namesOf(
        'lattice.size = [4, 4]',
        '[sweep]',
        'sampling.method = ["local", "hmc"]',
        'sampling.levels = [true, false]',
      ).length,
    ).toBe(4);
  });
});

describe('what cannot be computed', () => {
  const refused = (line: string) => {
    const text = `lattice.size = [4, 4]\n[sweep]\n${line}`;
    try {
      parseStudy(text, 'study.toml', [], requireSamplable);
    } catch (error) {
      if (error instanceof InputError) return error.message;
    }
    return 'no error';
  };

  it.each([
    ['model.temperature = [1e-320, 0.1]', 'study.toml:3:22: model.temperature: expected 0, or at least'],
    [
      'model.chemical_potential = { from = -1e308, to = 1e308, points = 3 }',
      'study.toml:3:28: model.hopping, model.coupling, model.chemical_potential: levels up to 1e+308 are too large',
    ],
    ['training.exact_evaluations = [2000, 3]', 'study.toml:3:37: training.exact_evaluations: expected at least 20'],
  ])('has its line too: %s', (line, message) => {
    expect(refused(line)).toContain(message);
  });
});

it('what the user of a study refuses has its place and point', () => {
  const text = 'lattice.size = [4, 4]\n[sweep]\nmodel.temperature = [0.1, 0]\nmodel.coupling = [1, 2]';
  const accept = ({ model }: { readonly model: { readonly temperature: number } }) => {
    if (model.temperature === 0) throw new InputError('model.temperature: expected more, found 0\n  it is too cold');
  };
  expect(() => parseStudy(text, 'study.toml', [], accept)).toThrow(
    new InputError(`study.toml:3:27: model.temperature: expected more, found 0
  3 | model.temperature = [0.1, 0]
    |                           ^
  it is too cold
  in point 3, coupling=1,temperature=0, and in 1 more`),
  );
});

describe('mistakes of different kinds', () => {
  const everything = [
    'lattice.size = [4, 4]',
    'sampling.warm_up = -1',
    '[sweep]',
    'model.coupling = { from = 1, to = 2 }',
    'model.temperature = [0.1, 0.1, -0.2]',
    'sampling.method = ["local", "hmcc"]',
    'sampling.levels = { from = 0, to = 1, points = 3 }',
    'carry_modles = true',
  ];
  const told = (lines: readonly string[]) =>
    [...complaint(...lines).matchAll(/^study\.toml:(\d+)/gm)].map(([, line]) => line);

  it('are told at once', () => {
    expect(told(everything)).toEqual(['2', '4', '5', '6', '7', '8']);
  });

  it('are told with equal points where all of these can be made', () => {
    expect(told(['lattice.size = [4, 4]', '[sweep]', 'model.temperature = [0.1, 0.1, -0.2]'])).toEqual(['3', '3']);
  });
});

describe('realisations of disorder', () => {
  const realisations = (...lines: string[]) =>
    complaint('lattice.size = [4, 4]', 'disorder.vacancies = 0.1', '[sweep]', ...lines);

  it('have different seeds', () =>
    expect(realisations('disorder.seed = [1, 2, 1]')).toBe(`
study.toml:4:24: sweep.disorder.seed: expected different points, found 1, which makes the same point as point 1, seed=1
  4 | disorder.seed = [1, 2, 1]
    |                        ^
  in point 3, seed=1
`));

  it('are number 1 where a point leaves the seed out', () =>
    expect(realisations('points = [{ disorder.seed = 1 }, { model.coupling = 1 }]')).toContain(
      'expected different points, found 1, which makes the same point as point 1, seed=1',
    ));

  it('have whole numbers', () =>
    expect(realisations('disorder.seed = { from = 1, to = 4, points = 3 }')).toContain(
      'disorder.seed: expected a whole number, 0 or more, found 2.5 in the range 1, 2.5, 4',
    ));

  it('need disorder, but a strength of zero among others may stand', () => {
    const idle = (...lines: string[]) => {
      const study = parseStudy(
        ['lattice.size = [4, 4]', '[sweep]', 'disorder.seed = [1, 2]', ...lines].join('\n'),
        'study.toml',
      );
      return study && idleSeeds(study);
    };
    expect(idle()).toMatch(
      /^sweep\.disorder\.seed: expected disorder, found none: .*\n {2}set one of disorder\.vacancies, .*\n$/,
    );
    expect(idle('disorder.potential = [0.0, 1.0]')).toBe('');
    expect(idle('disorder.potential = [0.0]')).not.toBe('');
  });
});
