import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelCard } from '../../src/effective/weights/card.ts';
import { modelWeights } from '../../src/effective/weights/model-files.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { modelOf } from '../effective/systems.ts';
import { temporaryFolder } from '../store/example.ts';
import { spinformer } from './command.ts';

const reference = JSON.parse(readFileSync(new URL('../fixtures/configurations.json', import.meta.url), 'utf8'));

function evaluated(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spinformer(['evaluate', ...args, '--json'], input);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe('evaluate', () => {
  it('gives the number of kbarros/Kondo, testKondo1', () => {
    const { configurations, route } = evaluated([
      'examples/kondo-6x6.toml',
      '--spins',
      'examples/kondo-6x6-spins.json',
    ]);
    expect(route).toBe('dense');
    expect(configurations[0].freeEnergy / 36).toBeCloseTo(-1.98657216, 8);
    expect(configurations[0].logWeight).toBeNull();
  });

  it.each([-20, 20])('has no density below 0 or above 2: μ = %d', (mu) => {
    const { configurations } = evaluated([
      ...['examples/evaluate-6x6.toml', '--named', 'random', '--set', `model.chemical_potential=${mu}`],
    ]);
    // Levels are above −4.5, so that βE' > 310.
    const holes = mu < 0 ? configurations[0].density : 2 - configurations[0].density;
    expect(holes).toBeGreaterThanOrEqual(mu < 0 ? Number.MIN_VALUE : 0);
    expect(holes).toBeLessThan(mu < 0 ? 1e-130 : 1e-14);
  });

  it('has the keys of the contract and no others', () => {
    const result = evaluated(['examples/evaluate-6x6.toml', '--named', 'neel']);
    expect(Object.keys(result).sort()).toEqual(['configurations', 'engine', 'errorBound', 'route']);
    const [configuration] = result.configurations;
    expect(Object.keys(configuration).sort()).toEqual([
      'chemicalPotential',
      'density',
      'energy',
      'forces',
      'freeEnergy',
      'logWeight',
      'name',
    ]);
    expect(configuration.forces).toHaveLength(36);
    expect(configuration.forces[0]).toHaveLength(3);
    expect(result.errorBound).toBeLessThanOrEqual(1e-8);
  });

  it('adds the energy of a learned model, trained on a smaller lattice here', () => {
    const learned = { kind: 'linear', shells: 3 } as const;
    const small = modelOf({ lattice: { kind: 'square', size: [4, 4] }, choice: learned });
    const card = join(temporaryFolder(), 'effective.json');
    writeFileSync(card, JSON.stringify(modelCard(small)));
    writeFileSync(card.replace('.json', '.safetensors'), modelWeights(small));
    const spec = ['examples/evaluate-6x6.toml', '--named', 'random', '--seed', '2'];
    const { effectiveEnergy, ...exact } = evaluated([...spec, '--model', card]).configurations[0];
    const large = modelOf({ lattice: { kind: 'square', size: [6, 6] }, choice: learned });
    large.parameters.set(small.parameters);
    expect(effectiveEnergy).toBe(large.energy(namedConfiguration('random', large.lattice, { seed: 2 })));
    expect(exact).toEqual(evaluated(spec).configurations[0]);
    expect(spinformer(['evaluate', ...spec, '--model', 'missing.json'])).toMatchObject({
      status: 2,
      stderr: 'missing.json: expected a model card to read, but there is no such file\n',
    });
  });

  it('agrees with LAPACK on configurations from standard input, overrides included', () => {
    const names = ['4x4_double/random_1', '4x4_double/spiral_x'];
    const input = JSON.stringify({ configurations: names.map((name) => reference.configurations[name].spins) });
    const spec = ['examples/evaluate-6x6.toml', '--set', 'lattice.size=[4,4]', '--spins', '-', '--spectrum'];
    const { configurations } = evaluated(spec, input);
    const doped = evaluated([...spec, '--set', 'model.chemical_potential=-0.7'], input);
    expect([doped.route, doped.configurations.length]).toEqual(['complex', names.length]);
    names.forEach((name, index) => {
      const { spectrum, logW, dlogW_dS_beta20 } = reference.configurations[name];
      const { logWeight, freeEnergy, forces, ...found } = configurations[index];
      expect(Math.abs(logWeight - logW['beta=20,mu=0'])).toBeLessThan(1e-8);
      expect(freeEnergy).toBeCloseTo(-logWeight / 20, 12);
      expect(Math.abs(doped.configurations[index].logWeight - logW['beta=20,mu=-0.7'])).toBeLessThan(1e-8);
      expect(distance(found.spectrum, spectrum)).toBeLessThan(1e-10);
      expect(
        distance(
          forces.flat(),
          dlogW_dS_beta20.flat().map((slope: number) => slope / 20),
        ),
      ).toBeLessThan(1e-8);
    });
  });

  it('is bit-identical with and without WebAssembly', () => {
    const spec = ['examples/twisted-chain.toml', '--named', 'random', '--seed', '7', '--engine'];
    const { engine: fast, ...wasm } = evaluated([...spec, 'wasm']);
    const { engine: plain, ...typescript } = evaluated([...spec, 'typescript']);
    expect([fast, plain]).toEqual(['wasm', 'typescript']);
    expect(typescript).toEqual(wasm);
  });

  it('normalises on request', () => {
    const input = JSON.stringify({ configurations: [Array(12).fill([0, 0, 2])] });
    const spec = ['examples/twisted-chain.toml', '--spins', '-'];
    expect(spinformer(['evaluate', ...spec], input)).toMatchObject({
      status: 2,
      stderr:
        'standard input: configuration 0, spins, site 0: expected a unit vector, found [0, 0, 2] of length 2\n  --normalise scales spins to length 1\n',
    });
    const [{ name, ...named }] = evaluated(['examples/twisted-chain.toml', '--named', 'ferromagnet']).configurations;
    expect(name).toBe('ferromagnet');
    expect(evaluated([...spec, '--normalise'], input).configurations).toEqual([named]);
  });

  it('compares named states at the same number of electrons, from the lowest up', () => {
    const states = ['evaluate', 'examples/triangular-states.toml', '--set', 'lattice.size=[6,6]', '--named'];
    const names = ['ferromagnet', 'tetrahedral', '120-degree', 'stripe'];
    const { configurations, comparison } = evaluated([...states.slice(1), names.join(',')]);
    expect(configurations.map(({ name }: { name: string }) => name)).toEqual(names);
    const energies = names.map((name, k) => ({ name, perSite: configurations[k].energy / 36 }));
    const sorted = energies.toSorted((a, b) => a.perSite - b.perSite);
    // At T = 0 the energy itself.
    expect(comparison.quantity).toBe('F + μN');
    expect(comparison.ranking.map(({ name }: { name: string }) => name)).toEqual(sorted.map(({ name }) => name));
    for (const [k, { perSite, aboveLowest }] of comparison.ranking.entries()) {
      expect(perSite).toBeCloseTo(sorted[k].perSite, 12);
      expect(aboveLowest).toBeCloseTo(sorted[k].perSite - sorted[0].perSite, 12);
    }
    expect(spinformer([...states, 'tetrahedral,stripe']).stdout).toMatch(
      /\nfrom the lowest up +F \+ μN per site +above the lowest +μ\n(tetrahedral|stripe) .* 0\.0+ .*\n(tetrahedral|stripe) .*\n$/,
    );
    expect(spinformer([...states, 'sqrt3'])).toMatchObject({
      status: 2,
      stderr:
        'sqrt3: expected the kagome lattice, found the triangular lattice\n  it has 120-degree, stripe, tetrahedral, skyrmion-crystal\n',
    });
  });

  it('tells where the electrons are on request', () => {
    const ribbon = ['examples/open-honeycomb.toml', '--named', 'neel', '--sites'];
    const { sites, density } = evaluated(ribbon).configurations[0];
    const total = sites.reduce((sum: number, site: { density: number }) => sum + site.density, 0);
    expect(total / sites.length).toBeCloseTo(density, 8);
    expect(spinformer(['evaluate', ...ribbon]).stdout).toMatch(/^site +⟨n⟩ +⟨σx⟩ +⟨σy⟩ +⟨σz⟩\n0( +-?\d\.\d{10}){4}$/m);
  });

  it('prints a table', () => {
    const { status, stdout } = spinformer(['evaluate', 'examples/evaluate-6x6.toml', '--named', 'neel', '--forces']);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^square lattice 6 × 6, periodic, 36 sites\nt_1 = 1, J = 1, μ = 0, T = 0\.05\nquaternion route, wasm kernels, \|error of log W\| ≤ /,
    );
    expect(stdout).toMatch(/^electrons +36\.00000000 +1\.000000000$/m);
    expect(stdout).toMatch(/^35( +-?\d\.\d{8}){3}$/m);
  });
});

function distance(found: readonly number[], expected: readonly number[]): number {
  expect(found).toHaveLength(expected.length);
  return Math.max(...found.map((value, i) => Math.abs(value - expected[i])));
}
