import { describe, expect, it } from 'vitest';
import { spinformer } from './command.ts';

const checked = (...args: string[]) => JSON.parse(spinformer(['check', ...args, '--json']).stdout);

describe('check', () => {
  it('tells what a spec amounts to', () => {
    const { status, stdout } = spinformer(['check', 'examples/evaluate-6x6.toml']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^lattice +square lattice 6 × 6, periodic, 36 sites$/m);
    expect(stdout).toMatch(/^shell 1 +72 bonds of length 1, hopping 1$/m);
    expect(stdout).toMatch(/^route +quaternion: real hopping between two sublattices, and μ = 0: class C$/m);
    expect(stdout).toMatch(/^log W from +\d+ poles$/m);
    expect(stdout).toMatch(/^time +log W [\d.]+ (µs|ms), with forces [\d.]+ (µs|ms)\n +local sweep [\d.]+ (µs|ms)$/m);
    expect(stdout).toMatch(/^memory +\d+ MB$/m);
  });

  it.each([
    ['examples/triangular.toml', 'complex', 'hopping does not split the sites into two sublattices'],
    ['examples/twisted-chain.toml', 'complex', 'the twist makes hopping complex'],
    ['examples/kondo-6x6.toml', 'dense', 'at T = 0 the levels themselves are needed'],
    ['examples/open-honeycomb.toml', 'quaternion', 'real hopping between two sublattices, and μ = 0: class C'],
  ])('gives the reason for the route of %s', (file, route, reason) => {
    const result = checked(file);
    expect(result).toMatchObject({ route, reason });
    expect(result.poles > 0).toBe(route !== 'dense');
    expect(result.milliseconds.localSweep).toBeGreaterThan(0);
  });

  it('resolves every default', () => {
    expect(checked('examples/twisted-chain.toml').spec.model).toEqual({
      ...{ hopping: [1], coupling: 2, chemicalPotential: 0, temperature: 0.02 },
      ...{ exchange: [], field: [0, 0, 0], tolerance: 1e-8 },
    });
  });
});
