/** The specs of examples/ about lattices. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { momenta } from '../../src/lattice/momenta.ts';
import { modelParameters } from '../../src/spec/model-parameters.ts';
import { parseSpec } from '../../src/spec/spec.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { latticesBeside } from '../../src/store/lattice-files.ts';

function modelOf(name: string, ...overrides: string[]) {
  const file = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
  return createModel(modelParameters(parseSpec(readFileSync(file, 'utf8'), name, overrides, latticesBeside(file))));
}

it('own-kagome.toml is the built-in kagome lattice, bit for bit', () => {
  const own = modelOf('own-kagome.toml');
  const text = '[lattice]\nkind = "kagome"\nsize = [3, 3]\n[model]\nchemical_potential = -1\ntemperature = 0.1\n';
  const builtIn = createModel(modelParameters(parseSpec(text, 'kagome')));
  const spins = namedConfiguration('random', own.parameters.lattice, { seed: 1 });
  const [a, b] = [own, builtIn].map((model) => {
    const force = new Float64Array(spins.length);
    return { logWeight: model.logWeightAndForce(spins, force), force };
  });
  expect(a).toEqual(b);
});

it('haldane.toml: without spins the gap is 6 √3 t₂', () => {
  const model = modelOf('haldane.toml', 'model.coupling=0');
  const levels = model.spectrum(namedConfiguration('ferromagnet', model.parameters.lattice));
  expect(2 * Math.min(...levels.map(Math.abs))).toBeCloseTo(6 * Math.sqrt(3) * 0.1, 9);
});

it('dice.toml: a flat band of hubs and rims, and ± √2 √(3 + 2 Σ cos)', () => {
  const model = modelOf('dice.toml', 'model.coupling=0');
  const levels = [...model.spectrum(namedConfiguration('ferromagnet', model.parameters.lattice))];
  const k = momenta(model.parameters.lattice);
  const bands = Array.from({ length: 9 }, (_, n) => {
    const [x, y] = [k[2 * n], (Math.sqrt(3) * k[2 * n + 1]) / 2];
    const sum = Math.cos(x) + Math.cos(x / 2 + y) + Math.cos(x / 2 - y);
    const e = Math.sqrt(Math.max(0, 6 + 4 * sum));
    return [-e, 0, e, -e, 0, e];
  });
  const expected = bands.flat().sort((a, b) => a - b);
  for (const [n, level] of levels.sort((a, b) => a - b).entries()) expect(level).toBeCloseTo(expected[n], 6);
});

it('tilted-square.toml: ten sites, each with four neighbours', () => {
  const { lattice } = modelOf('tilted-square.toml').parameters;
  expect(lattice.siteCount).toBe(10);
  const ends = lattice.bonds(1).flatMap(({ from, to }) => [from, to]);
  expect(Array.from({ length: 10 }, (_, site) => ends.filter((end) => end === site).length)).toEqual(Array(10).fill(4));
});

it('bad keys are pointed at', () => {
  const own = (...lines: string[]) => ['[lattice]', 'kind = "own"', 'size = [2, 2]', ...lines].join('\n');
  const message = (text: string) => {
    try {
      parseSpec(text, 'spec.toml');
    } catch (error) {
      return (error as Error).message;
    }
    return 'accepted';
  };
  const vectors = 'primitive_vectors = [[1, 0], [0, 1]]';
  expect(message(own(vectors))).toContain(
    'spec.toml:1:2: lattice.basis: expected the basis of kind "own", found nothing',
  );
  expect(message(own(vectors, 'basis = [[0, 0], [0.5, 1.25]]'))).toContain(
    'spec.toml:5:24: lattice.basis: expected a number from 0 up to 1, not 1 itself, found 1.25',
  );
  const bond = (last: string) =>
    own(vectors, 'basis = [[0, 0]]', '[[lattice.bonds]]', 'from = 0', 'to = 0', 'cell = [1, 0]', last);
  expect(message(bond('hopping = 1'))).toBe('accepted');
  expect(message(bond('hopping = "1"'))).toContain('spec.toml:10:11: lattice.bonds: expected a number, found "1"');
  expect(message(bond('hoping = 1'))).toContain('lattice.bonds');
  expect(message(bond('hopping = 1').replace('to = 0', 'to = 3'))).toContain(
    'spec.toml:8:6: lattice.bonds: expected a site of the basis, 0, found 3',
  );
  expect(message('[lattice]\nsize = [[1, 2], [2, 4]]')).toContain(
    'spec.toml:2:8: lattice.size: expected supercell vectors that span all directions',
  );
  expect(message('[lattice]\nsize = [[1, 2], [2]]')).toContain('spec.toml:2:17: lattice.size: expected 2 entries');
  expect(message('[lattice]\nsize = [[1, 2.5], [2, 1]]')).toContain(
    'spec.toml:2:13: lattice.size: expected a whole number',
  );
  expect(message('[lattice]\nsize = [[2, 1], [0, 3]]\nboundary = ["open", "periodic"]')).toBe('accepted');
  expect(message('[lattice]\nsize = [[2, 1], [0, 3, 1]]\nboundary = ["open", "open"]')).toContain(
    'lattice.size: expected 2 entries',
  );
  expect(message('[lattice]\nsize = [[2, 1], [1, 3]]\nboundary = ["open", "open"]')).toContain(
    'spec.toml:3:12: lattice.boundary: expected a periodic direction, or multiples of vectors that span one cell',
  );
  expect(message('[lattice]\nsize = [4, 4]\n[model]\nflux = 0.3')).toContain(
    'spec.toml:4:8: model.flux: expected a whole number of flux quanta through the whole lattice, as with sizes of a multiple of 10 unit cells, or here 0.3125, found 0.3',
  );
  expect(message('[lattice]\nsize = [4, 4]\nbasis = [[0, 0]]')).toContain(
    'lattice.basis: expected none beside a built-in kind',
  );
});
