/** Single configurations computed independently with NumPy (test/fixtures/configurations.json holds its own definition). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createModel, type ModelOptions } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';

interface Reference {
  readonly spins: number[][];
  readonly spectrum: number[];
  /** log W by "beta=…,mu=…". */
  readonly logW: Record<string, number>;
  readonly dlogW_dS_beta20: number[][];
}

const fixture = new URL('../fixtures/configurations.json', import.meta.url);
const { configurations } = JSON.parse(readFileSync(fixture, 'utf8')) as { configurations: Record<string, Reference> };

/** "4x4_double/neel_z": periodic, every pair of a length-2 direction joined twice; "2x2_single" is the open lattice. */
function modelOf(name: string, beta: number, mu: number, options: ModelOptions) {
  const length = Number(name[0]);
  const boundary = name.includes('single') ? 'open' : 'periodic';
  const lattice = createLattice({ kind: 'square', size: [length, length], boundary: [boundary, boundary] });
  const fixed = { hopping: [1], coupling: 1, exchange: [], field: [0, 0, 0], tolerance: 1e-8 } as const;
  return createModel({ lattice, chemicalPotential: mu, temperature: 1 / beta, ...fixed }, options);
}

const routes: ModelOptions[] = [
  { route: 'quaternion', engine: 'wasm' },
  { route: 'quaternion', engine: 'typescript' },
  { route: 'complex', engine: 'wasm' },
  { route: 'complex', engine: 'typescript' },
  { route: 'dense' },
];

describe.each(routes)('reference configurations, $route $engine', (options) => {
  it.each(Object.entries(configurations))('%s', (name, { spins, spectrum, logW, dlogW_dS_beta20: gradient }) => {
    const configuration = Float64Array.from(spins.flat());
    for (const [key, expected] of Object.entries(logW)) {
      const [beta, mu] = key.split(',').map((part) => Number(part.split('=')[1]));
      if (mu !== 0 && options.route === 'quaternion') continue;
      const model = modelOf(name, beta, mu, options);
      expect(Math.abs(model.logWeight(configuration) / expected - 1), key).toBeLessThan(1e-11);
    }
    const model = modelOf(name, 20, 0, options);
    for (const [n, level] of model.spectrum(configuration).entries()) expect(level).toBeCloseTo(spectrum[n], 10);
    const force = new Float64Array(configuration.length);
    model.logWeightAndForce(configuration, force);
    const worst = gradient.flat().reduce((w, value, c) => Math.max(w, Math.abs(value - 20 * force[c])), 0);
    expect(worst).toBeLessThan(1e-8);
  });
});
