/** model.filling instead of model.chemical_potential. */
import { describe, expect, it } from 'vitest';
import { modelParameters } from '../../src/spec/model-parameters.ts';
import { parseSpec, resolveSpec } from '../../src/spec/spec.ts';
import { SpecError } from '../../src/spec/spec-error.ts';
import { withStandIn } from '../../src/spec/stand-in.ts';

const text = (lines: string) => `[lattice]\nsize = [4, 4]\n[model]\n${lines}\n`;

function mistakes(lines: string, overrides: string[] = []): string[] {
  try {
    parseSpec(text(lines), 'spec.toml', overrides);
  } catch (error) {
    if (error instanceof SpecError) return error.message.split('\n');
    throw error;
  }
  return [];
}

it('takes the place of the chemical potential, which is 0 where neither is given', () => {
  expect(parseSpec(text('filling = 0.5'), 'spec.toml').model).toMatchObject({ filling: 0.5 });
  expect(parseSpec(text('filling = 0.5'), 'spec.toml').model.chemicalPotential).toBeUndefined();
  expect(parseSpec(text(''), 'spec.toml').model).toMatchObject({ chemicalPotential: 0 });
  expect(resolveSpec(resolveSpec({ lattice: { size: [4, 4] }, model: { filling: 0.5 } })).model.filling).toBe(0.5);
});

describe('mistakes', () => {
  it('both, with the places of both', () => {
    const [first, , , second] = mistakes('chemical_potential = 1\nfilling = 0.5');
    expect(first).toBe(
      'spec.toml:4:1: model.chemical_potential: expected either model.chemical_potential or model.filling, since each follows from the other, found both',
    );
    expect(second).toBe(
      'spec.toml:5:1: model.filling: expected either model.filling or model.chemical_potential, since each follows from the other, found both',
    );
    expect(mistakes('filling = 0.5', ['model.chemical_potential=1']).join()).toContain(
      '--set model.chemical_potential=1',
    );
  });

  it.each(['-0.1', '2.01', 'nan', '"half"'])('filling = %s', (value) => {
    expect(mistakes(`filling = ${value}`)[0]).toBe(
      `spec.toml:4:11: model.filling: expected a number greater than 0 and less than 2, found ${value}`,
    );
  });

  it.each(['0', '2', '2.0'])('filling = %s, which no chemical potential gives', (value) => {
    expect(mistakes(`filling = ${value}`)).toEqual([
      `spec.toml:4:11: model.filling: expected a number greater than 0 and less than 2, found ${value}`,
      `  4 | filling = ${value}`,
      `    |           ${'^'.repeat(value.length)}`,
      '  no finite chemical potential empties or fills all levels',
    ]);
  });
});

it('is refused for a ladder of temperatures, each of which would have another chemical potential', () => {
  expect(mistakes('filling = 0.5\n[tempering]\ntemperatures = [0.1, 0.2]')).toEqual([
    'spec.toml:4:11: model.filling: expected model.chemical_potential with [tempering], whose temperatures each have another one at a filling, found 0.5',
    '  4 | filling = 0.5',
    '    |           ^^^',
    '  sweep over model.temperature instead',
  ]);
});

it('is no model before its chemical potential is found', () => {
  const spec = parseSpec(text('filling = 0.5'), 'spec.toml');
  expect(() => modelParameters(spec)).toThrow('found the filling 0.5');
  const { model } = withStandIn(spec);
  expect(model.filling).toBeUndefined();
  expect(model.chemicalPotential).toBeLessThan(0);
});

it('stands at 0 at half filling by symmetry alone', () => {
  const of = (lattice: object, hopping = [1]) =>
    withStandIn(resolveSpec({ lattice, model: { filling: 1, hopping } } as Parameters<typeof resolveSpec>[0])).model
      .chemicalPotential;
  expect(of({ size: [4, 4] })).toBe(0);
  expect(of({ size: [4, 4], twist: [0.1, 0] })).toBe(0);
  expect(of({ size: [4, 4] }, [0, 0, 0])).toBe(0);
  expect(of({ size: [4, 4] }, [1, 0.1])).not.toBe(0);
  expect(of({ size: [3, 3] })).not.toBe(0);
  expect(of({ kind: 'triangular', size: [4, 4] })).not.toBe(0);
});
