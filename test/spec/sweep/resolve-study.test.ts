import { describe, expect, it } from 'vitest';
import { resolveStudy } from '../../../src/spec/sweep/parse-study.ts';
import type { StudyInput } from '../../../src/spec/sweep/study-input.ts';
import { messageOf, study } from './study.ts';

const input: StudyInput = {
  lattice: { size: [4, 4] },
  model: { temperature: 0.1 },
  sweep: {
    model: { chemicalPotential: { from: -1, to: 1, points: 3 }, hopping: [[1], [1, 0.2]] },
    carryModels: true,
  },
};

describe('a study from an object', () => {
  it('is the study of the same text, keys as a text spells them', () => {
    const lines = [
      'lattice.size = [4, 4]',
      'model.temperature = 0.1',
      '[sweep]',
      'model.chemical_potential = { from = -1, to = 1, points = 3 }',
      'model.hopping = [[1], [1, 0.2]]',
      'carry_models = true',
    ];
    expect(resolveStudy(input)).toEqual(study(...lines));
    expect(resolveStudy(input).keys).toEqual(['model.chemical_potential', 'model.hopping']);
    expect(resolveStudy(input).points[1].name).toBe('hopping=1_0.2,chemical_potential=-1');
  });

  it('may list its points', () => {
    const points = [{ model: { coupling: 2 } }, { lattice: { size: [6, 6] } }];
    const { points: listed } = resolveStudy({ lattice: { size: [4, 4] }, sweep: { points } });
    expect(listed.map(({ name }) => name)).toEqual(['coupling=2', 'size=6x6']);
  });

  it('is refused with the keys of the object', () => {
    const wrong = (sweep: unknown) =>
      messageOf(() => resolveStudy({ lattice: { size: [4, 4] }, sweep } as StudyInput)).trim();
    expect(wrong({ model: { chemical_potential: [1] } })).toContain('did you mean chemicalPotential?');
    expect(wrong({ model: { temperature: 0.1 } })).toContain('did you mean [0.1]?');
    expect(wrong({ carry_models: true })).toContain('did you mean carryModels?');
    expect(wrong({ model: { temperature: [Number.NaN] } })).toContain('found NaN\n  in point 1, temperature=NaN');
    expect(wrong(undefined)).toBe('sweep: expected a section [sweep], found nothing');
    expect(wrong({ model: { coupling: [1], 'coupling.x': 2 } })).toContain('coupling.x');
  });
});
