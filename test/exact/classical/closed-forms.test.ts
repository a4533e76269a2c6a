/** Closed forms: the pitch of a spiral, the spin-flop field, a single spin with an easy axis or plane, a biquadratic dimer. */
import { describe, expect, it } from 'vitest';
import { createEffectiveModel } from '../../../src/effective/create.ts';
import type { LinearModel } from '../../../src/effective/linear.ts';
import { classicalEnergy } from '../../../src/exact/classical/energy.ts';
import type { ClassicalParameters } from '../../../src/exact/classical/term.ts';
import { createModel } from '../../../src/exact/create.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { heatBathKernel } from '../../../src/sampling/inner/heat-bath-kernel.ts';
import { localSampler } from '../../../src/sampling/samplers/local.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';
import { gaussLegendre } from '../../gauss-legendre.ts';
import { runAndCompare } from '../../sampling/pulls.ts';

/** Spins without electrons that notice them, so that log W is −E_cl/T up to a constant. */
const FREE = { hopping: [], coupling: 0, chemicalPotential: 0 } as const;

/** The configuration of least energy near the given one: steps along the forces, as long as they lower the energy. */
function relaxed(
  parameters: ClassicalParameters,
  start: Float64Array,
): { readonly spins: Float64Array; readonly energy: number } {
  const classical = classicalEnergy(parameters);
  let spins = start.slice();
  let energy = classical.energy(spins);
  const force = new Float64Array(spins.length);
  let step = 0.1;
  for (let k = 0; k < 3000; k++) {
    classical.addForce(spins, force.fill(0));
    const moved = spins.map((value, c) => value + step * force[c]);
    for (let i = 0; i < moved.length; i += 3) {
      const length = Math.hypot(moved[i], moved[i + 1], moved[i + 2]);
      for (let c = i; c < i + 3; c++) moved[c] /= length;
    }
    const next = classical.energy(moved);
    if (next > energy) step /= 2;
    else [spins, energy] = [moved, next];
  }
  return { spins, energy };
}

describe('a ferromagnetic chain with Dzyaloshinskii–Moriya terms along z', () => {
  it.each([0.2, 0.5, 1, -0.5])('D = %d: turns by arctan(D/|J|) from spin to spin', (strength) => {
    // Open, so that any pitch fits. E = Σ [J cos φ + D sin φ] is least where tan φ = D/J with cos φ > 0.
    const lattice = createLattice({ kind: 'chain', size: [12], boundary: ['open'] });
    const terms = { field: [0, 0, 0], exchange: [-1], dzyaloshinskiiMoriya: [strength], dmDirection: 'z' } as const;
    const { spins, energy } = relaxed({ lattice, ...terms }, namedConfiguration('random', lattice, { seed: 5 }));
    expect(energy).toBeCloseTo(-11 * Math.hypot(1, strength), 6);
    for (let i = 3; i < 9; i++) {
      const [x, y, a, b] = [spins[3 * i], spins[3 * i + 1], spins[3 * i + 3], spins[3 * i + 4]];
      expect(spins[3 * i + 2]).toBeCloseTo(0, 3);
      expect(Math.atan2(x * b - y * a, x * a + y * b)).toBeCloseTo(-Math.atan(strength), 3);
    }
  });
});

describe('an antiferromagnet with an easy axis in a field along it', () => {
  // Two sublattices, per pair: E(aligned) = −z J − 2A; E(flopped) = z J cos 2θ − 2A cos²θ − 2h cos θ with cos θ = h/(2zJ − 2A).
  // They are equal at h² = (2zJ − 2A) · 2A.
  const [J, A] = [1, 0.3];
  const lattice = createLattice({ kind: 'square', size: [4, 4] });
  const neighbours = 4;
  const flop = Math.sqrt((2 * neighbours * J - 2 * A) * 2 * A);
  const energyIn = (field: number, start: Float64Array) =>
    relaxed({ lattice, exchange: [J], singleIon: A, field: [0, 0, field] }, start);
  const tilted = namedConfiguration('neel', lattice).map((value, c, all) =>
    c % 3 === 0 ? 0.8 * Math.sign(all[c + 2]) : c % 3 === 2 ? 0.6 : value,
  );

  it.each([0.9, 1.1])('at %d of the spin-flop field', (share) => {
    const field = share * flop;
    const up = energyIn(field, namedConfiguration('neel', lattice)).energy;
    const { energy, spins } = energyIn(field, tilted);
    expect(up).toBeCloseTo(-lattice.siteCount * (2 * J + A), 8);
    if (share > 1) expect(energy).toBeLessThan(up);
    else expect(energy).toBeGreaterThan(up - 1e-9);
    const cosine = field / (2 * neighbours * J - 2 * A);
    if (share > 1) for (let i = 2; i < spins.length; i += 3) expect(spins[i]).toBeCloseTo(cosine, 4);
  });

  it('the two cross at that field', () => {
    const cosine = flop / (2 * neighbours * J - 2 * A);
    const sine = Math.sqrt(1 - cosine * cosine);
    const flopped = namedConfiguration('neel', lattice).map((_, c, all) =>
      c % 3 === 0 ? sine * Math.sign(all[c + 2]) : c % 3 === 2 ? cosine : 0,
    );
    const model = createModel({ ...FREE, lattice, exchange: [J], singleIon: A, field: [0, 0, flop], temperature: 0 });
    const [a, b] = [flopped, namedConfiguration('neel', lattice)].map((spins) => model.measure(spins).freeEnergy);
    expect(a).toBeCloseTo(b, 10);
  });
});

/** ⟨f(z)⟩ over (−1, 1) with the weight exp(−βE(z)). */
function averageOf(energy: (z: number) => number, temperature: number, value: (z: number) => number): number {
  const nodes = gaussLegendre(60).map(([z, share]) => [z, share * Math.exp(-energy(z) / temperature)]);
  const total = nodes.reduce((sum, [, weight]) => sum + weight, 0);
  return nodes.reduce((sum, [z, weight]) => sum + weight * value(z), 0) / total;
}

describe('averages', () => {
  const temperature = 0.3;
  it.each([0.6, -0.6])('⟨(S·n)²⟩ of a single spin with A = %d', (singleIon) => {
    const lattice = createLattice({ kind: 'chain', size: [1], boundary: ['open'] });
    const model = createModel({ ...FREE, lattice, singleIon, axis: [1, 2, 2], temperature });
    const mean = averageOf(
      (z) => -singleIon * z * z,
      temperature,
      (z) => z * z,
    );
    // ∫ exp(a z²) z² by parts: 1/(2a) [exp(a)/Z − 1] with Z = ∫_0^1 exp(a z²), Dawson's integral times exp(a) or an error function.
    const a = singleIon / temperature;
    const z = gaussLegendre(60).reduce((sum, [x, share]) => sum + share * Math.exp(a * x * x), 0);
    expect((Math.exp(a) / z - 1) / (2 * a)).toBeCloseTo(mean, 10);
    const square = ({ spins: [x, y, s] }: { spins: Float64Array }) => [((x + 2 * y + 2 * s) / 3) ** 2];
    const known = [{ name: '(S·n)²', mean, error: 0 }];
    const system = { name: 'single', model, known, measure: square };
    const { pulls } = runAndCompare(localSampler(model), system, { seed: 4, warmUp: 100, samples: 20000 });
    expect(Math.abs(pulls[0].pull), JSON.stringify(pulls)).toBeLessThan(4);
    expect(pulls[0].relativeError).toBeLessThan(0.02);
  });

  it.each([0.8, -0.8])('⟨S_1·S_2⟩ and its square of a dimer with B = %d, by a heat bath that is exact', (strength) => {
    const lattice = createLattice({ kind: 'chain', size: [2], boundary: ['open'] });
    const model = createModel({ ...FREE, lattice, exchange: [0.2], biquadratic: [strength], temperature });
    const energy = (c: number) => 0.2 * c + strength * c * c;
    const means = [(c: number) => c, (c: number) => c * c].map((value) => averageOf(energy, temperature, value));
    const dot = (s: Float64Array) => s[0] * s[3] + s[1] * s[4] + s[2] * s[5];
    // Nothing to learn: E_eff = E_cl, so the chain of the learned model samples the weight itself.
    const effective = createEffectiveModel(model.parameters, { kind: 'linear' }) as LinearModel;
    const kernel = heatBathKernel(effective, temperature, { sweeps: 1 });
    const spins = namedConfiguration('random', lattice, { seed: 2 });
    const random = philoxStream(6, 1);
    const sums = [0, 0];
    const [count, thinned] = [20000, 4];
    for (let k = 0; k < count * thinned; k++) {
      const { logDensityAfter } = kernel.advance(spins, random);
      if (k % 5000 === 0) expect(logDensityAfter).toBeCloseTo(-energy(dot(spins)) / temperature, 8);
      if (k % thinned === 0) for (const [m, value] of [dot(spins), dot(spins) ** 2].entries()) sums[m] += value / count;
    }
    // Standard deviations of at most 1 and 0.5, with τ below 2 of these samples.
    for (const [m, mean] of means.entries())
      expect(Math.abs(sums[m] - mean)).toBeLessThan(4 * 2 * Math.sqrt(1 / count));
  });
});
