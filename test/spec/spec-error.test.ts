/** Every class of mistake with the message a user reads. */
import { describe, expect, it } from 'vitest';
import { parseSpec, resolveSpec } from '../../src/spec/spec.ts';
import { SpecError } from '../../src/spec/spec-error.ts';

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof SpecError) return `\n${error.message}\n`;
    throw error;
  }
  return 'no error';
}

const complaint = (text: string, overrides: string[] = []) => messageOf(() => parseSpec(text, 'spec.toml', overrides));
/** A spec in order but for the lines given. */
const withModel = (...lines: string[]) => complaint(['[lattice]', 'size = [4, 4]', '[model]', ...lines].join('\n'));
const withLattice = (...lines: string[]) => complaint(['[lattice]', ...lines].join('\n'));

describe('unknown names', () => {
  it('suggest the nearest key of the section', () => {
    expect(withModel('temprature = 0.1')).toBe(`
spec.toml:4:1: model.temprature: expected one of the keys hopping, flux, coupling, chemical_potential, filling, temperature, exchange, field, axis, exchange_axial, single_ion, biquadratic, dzyaloshinskii_moriya, dm_direction, tolerance, found the unknown key temprature
  4 | temprature = 0.1
    | ^^^^^^^^^^
  did you mean temperature?
`);
  });

  it('suggest the section where the key belongs', () => {
    expect(withModel('seed = 1')).toContain(
      'found the unknown key seed\n  4 | seed = 1\n    | ^^^^\n  did you mean disorder.seed or sampling.seed?',
    );
  });

  it('suggest nothing where nothing is near', () => {
    expect(withModel('zzz = 1')).not.toContain('did you mean');
  });

  it('know one spelling only', () => {
    expect(withModel('chemicalPotential = 1')).toContain('did you mean chemical_potential?');
    const input = { lattice: { size: [4, 4] }, model: { chemical_potential: 1 } };
    expect(messageOf(() => resolveSpec(input as never))).toContain('did you mean chemicalPotential?');
  });

  it('report a section once, not each of its keys', () => {
    expect(complaint('[lattice]\nsize = [4, 4]\n[modle]\ntemperature = 1\ncoupling = 2')).toBe(`
spec.toml:3:2: modle: expected one of the sections [lattice], [model], [disorder], [effective], [training], [flow], [sampling], [observables], [tempering], [sweep], found the unknown section [modle]
  3 | [modle]
    |  ^^^^^
  did you mean [model]?
`);
  });

  it('report keys outside of any section', () => {
    expect(complaint('temperature = 0.1\n[lattice]\nsize = [4, 4]')).toBe(`
spec.toml:1:1: temperature: expected keys inside a section, found the unknown key temperature
  1 | temperature = 0.1
    | ^^^^^^^^^^^
  did you mean model.temperature?
`);
  });
});

describe('wrong values', () => {
  it('show the value in its line', () => {
    expect(withModel('temperature = "cold"')).toBe(`
spec.toml:4:15: model.temperature: expected a number, 0 or more, found "cold"
  4 | temperature = "cold"
    |               ^^^^^^
`);
  });

  it('show the element of a list', () => {
    expect(withLattice('size = [4,', '  0]')).toBe(`
spec.toml:3:3: lattice.size: expected a whole number, 1 or more, found 0
  3 |   0]
    |   ^
`);
  });

  it('keep tabs in front of the caret', () => {
    expect(withModel('\tcoupling\t= true')).toContain('  4 | \tcoupling\t= true\n    | \t        \t  ^^^^\n');
  });

  it('suggest the nearest name', () => {
    expect(withLattice('kind = "squre"', 'size = [4, 4]')).toBe(`
spec.toml:2:8: lattice.kind: expected "square" or "chain" or "triangular" or "honeycomb" or "kagome" or "cubic" or "checkerboard" or "shastry-sutherland" or "lieb" or "pyrochlore" or "bcc" or "fcc" or "own", found "squre"
  2 | kind = "squre"
    |        ^^^^^^^
  did you mean "square"?
`);
  });

  it('suggest a list for a lone value', () => {
    expect(withModel('hopping = 1.5')).toContain(
      'expected a list of numbers, one per neighbour shell, found 1.5\n  4 | hopping = 1.5\n    |           ^^^\n  did you mean [1.5]?',
    );
  });

  it.each([
    ['temperature = -0.1', 'expected a number, 0 or more, found -0.1'],
    ['temperature = nan', 'expected a number, 0 or more, found nan'],
    ['chemical_potential = inf', 'expected a number, found inf'],
    ['coupling = 1e999', 'expected a number, found 1e999'],
    ['tolerance = 0', 'expected a number greater than 0, found 0'],
    ['field = [0, 1]', 'expected a list of 3 numbers, found [0, 1]'],
    ['field = [0, 1, nan]', 'expected a number, found nan'],
    ['exchange = ["a"]', 'expected a number, found "a"'],
    ['hopping = 1979-05-27', 'expected a list of numbers, one per neighbour shell, found 1979-05-27'],
    ['coupling = { a = 1 }', 'expected a number, found { a = 1 }'],
    ['coupling.a = 1', 'expected a number, found a table'],
  ])('refuse %s', (line, expected) => {
    expect(withModel(line)).toContain(expected);
  });

  it.each([
    ['sampling.seed = -1', 'sampling.seed: expected a whole number, 0 or more, found -1'],
    ['sampling.seed = 1.5', 'sampling.seed: expected a whole number, 0 or more, found 1.5'],
    [
      'sampling.seed = 9007199254740993',
      'expected a whole number from 0 to 9007199254740991 (2^53 − 1), found 9007199254740993',
    ],
    ['sampling.samples = 1e300', 'expected a whole number from 1 to 9007199254740991 (2^53 − 1), found 1e300'],
    [
      'sampling.samples = 10.5',
      'expected a whole number, 1 or more, found 10.5\n  2 | sampling.samples = 10.5\n    |                    ^^^^\n  did you mean 11?',
    ],
    ['effective.shells = 9007199254740992', 'expected a whole number from 1 to 9007199254740991 (2^53 − 1), found'],
    ['effective.shells = 2.5', 'did you mean 3?'],
    ['sampling.chains = 0', 'sampling.chains: expected a whole number, 1 or more, found 0'],
    ['effective.shells = 0', 'effective.shells: expected a whole number, 1 or more, found 0'],
    ['effective.shells = "most"', 'effective.shells: expected "all", or a whole number, 1 or more, found "most"'],
    ['effective.kind = ["nodal", "mlp"]', 'or a list of these but "auto", summed, found ["nodal", "mlp"]'],
    ['training.method = "adam"', 'did you mean "adamw"?'],
  ])('refuse %s', (line, expected) => {
    expect(complaint(`lattice.size = [4, 4]\n${line}`)).toContain(expected);
  });

  it('refuse a section that is not one', () => {
    const text = 'model = 3\n[lattice]\nsize = [4, 4]\n[[sampling]]\nseed = 1';
    expect(complaint(text)).toContain('model: expected a section [model], found 3');
    expect(complaint(text)).toContain('sampling: expected a section [sampling], found [[sampling]]');
  });

  it('point at the section that lacks a required key', () => {
    expect(withLattice('kind = "chain"')).toBe(`
spec.toml:1:2: lattice.size: expected a list of whole numbers, one per direction (unit cells per direction; or, as rows, the supercell vectors of a tilted cluster in units of primitive vectors), found nothing
  1 | [lattice]
    |  ^^^^^^^
`);
    expect(complaint('')).toContain('spec.toml: lattice.size: expected');
  });
});

describe('combinations', () => {
  it('hold lists to the dimension of the lattice', () => {
    expect(withLattice('kind = "chain"', 'size = [4, 4]', 'boundary = ["open", "open"]', 'twist = []')).toBe(`
spec.toml:3:8: lattice.size: expected 1 entry, one per direction of the chain lattice, found [4, 4]
  3 | size = [4, 4]
    |        ^^^^^^
spec.toml:4:12: lattice.boundary: expected 1 entry, one per direction of the chain lattice, found ["open", "open"]
  4 | boundary = ["open", "open"]
    |            ^^^^^^^^^^^^^^^^
spec.toml:5:9: lattice.twist: expected 1 entry, one per direction of the chain lattice, found []
  5 | twist = []
    |         ^^
`);
  });

  it('refuse lattices beyond any memory', () => {
    expect(withLattice('size = [1000, 1000]')).toBe(`
spec.toml:2:8: lattice.size: expected at most 100000 sites in all, found [1000, 1000]
  2 | size = [1000, 1000]
    |        ^^^^^^^^^^^^
`);
  });

  it('refuse a twist where the lattice is open', () => {
    expect(withLattice('size = [4, 4]', 'boundary = ["periodic", "open"]', 'twist = [0.25, 0.5]')).toBe(`
spec.toml:4:16: lattice.twist: expected 0 in an open direction, which no electron crosses, found 0.5
  4 | twist = [0.25, 0.5]
    |                ^^^
`);
  });
});

describe('several mistakes', () => {
  it('are told together, in the order of the file, options last', () => {
    const text = '[model]\ncouplin = 1\ntemperature = -1\n[lattice]\nsize = [4, 4, 4]\nkind = "square"';
    const places = complaint(text, ['model.tolerance=0']).match(/^\S.*?(?=: expected)/gm);
    expect(places).toEqual([
      'spec.toml:2:1: model.couplin',
      'spec.toml:3:15: model.temperature',
      'spec.toml:5:8: lattice.size',
      '--set model.tolerance=0: model.tolerance',
    ]);
  });
});

describe('TOML', () => {
  it('is refused at the first place that does not fit', () => {
    expect(complaint('[lattice]\nsize = [4, 4\n[model]')).toMatch(
      /^\nspec\.toml:3:1: expected valid TOML, found a mistake: .+\n {2}3 \| \[model\]\n {4}\| \^\n$/,
    );
  });

  it('is refused where it ends too early', () => {
    expect(complaint('[lattice]\nsize = [4, 4')).toBe(`
spec.toml:2:13: expected valid TOML, found a mistake: Unterminated array
  2 | size = [4, 4
    |             ^
`);
  });

  it('is refused where a key is given twice', () => {
    expect(withModel('coupling = 1', 'coupling = 2')).toContain('spec.toml:5:1: expected valid TOML');
  });
});

describe('--set', () => {
  const square = 'lattice.size = [4, 4]';

  it('is named as the place of a wrong value', () => {
    expect(complaint(square, ['model.temperature=-1'])).toBe(`
--set model.temperature=-1: model.temperature: expected a number, 0 or more, found -1
`);
  });

  it('suggests keys', () => {
    expect(complaint(square, ['model.temprature=1'])).toContain('did you mean temperature?');
    expect(complaint(square, ['modle.temperature=1'])).toContain('did you mean [model]?');
  });

  it('leads from a lone key to its section', () => {
    expect(complaint(square, ['temperature=1'])).toBe(`
--set: expected section.key=value, as in model.temperature=0.1, found "temperature=1"
  did you mean model.temperature?
`);
    expect(complaint(square, ['T=1'])).toContain('did you mean model.temperature?');
    expect(complaint(square, ['L=6'])).toContain('did you mean lattice.size = [6, 6]?');
    expect(complaint(square, ['filling=1'])).toContain('did you mean model.filling?');
  });

  it.each(['lukewarm=1', 'model.temperature', 'model.temperature=', 'model.field.x=1'])('refuses %s', (option) => {
    expect(complaint(square, [option])).toBe(`
--set: expected section.key=value, as in model.temperature=0.1, found "${option}"
`);
  });
});
