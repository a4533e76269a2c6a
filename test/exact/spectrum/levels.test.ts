/** Both fast spectra against analytic ones and the oracle; WebAssembly against its twin, to the bit. */
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { eigenvalues } from '../../../src/exact/dense/eigensystem.ts';
import { denseHamiltonian } from '../../../src/exact/dense/hamiltonian.ts';
import type { HoppingMatrix } from '../../../src/exact/hopping.ts';
import { generalSpectrum } from '../../../src/exact/spectrum/general-spectrum.ts';
import { quaternionSpectrum } from '../../../src/exact/spectrum/quaternion-spectrum.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import type { Engine } from '../../../src/wasm/engine.ts';
import {
  bandEnergies,
  collinear,
  difference,
  ferromagnet,
  latticeSystem,
  sorted,
  torus,
} from '../dense/lattice-systems.ts';
import { parity, randomHopping, randomSpins } from '../random-systems.ts';

const ENGINES: readonly Engine[] = ['wasm', 'typescript'];
const TOLERANCE = 1e-13;

interface Model {
  readonly hopping: HoppingMatrix;
  readonly sublattice: Int8Array | undefined;
  readonly coupling: number;
}

/** The spectrum by every route and engine that can serve the model; the engines of one route must be bit-identical. */
function spectra({ hopping, sublattice, coupling }: Model, spins: Float64Array): Float64Array[] {
  const routes = [(engine: Engine) => generalSpectrum(hopping, coupling, engine)];
  if (sublattice) routes.push((engine) => quaternionSpectrum(hopping, sublattice, coupling, engine));
  return routes.map((route) => {
    const [wasm, typescript] = ENGINES.map((engine) => route(engine)(spins));
    expect(wasm.every((level, k) => Object.is(level, typescript[k]))).toBe(true);
    return wasm;
  });
}

function expectLevels(model: Model, spins: Float64Array, expected: Float64Array): void {
  const scale = Math.max(1, ...expected.map(Math.abs));
  for (const levels of spectra(model, spins)) expect(difference(levels, expected)).toBeLessThan(TOLERANCE * scale);
}

const oracle = ({ hopping, coupling }: Model, spins: Float64Array) =>
  eigenvalues(denseHamiltonian(hopping, coupling, spins));

describe('analytic spectra', () => {
  it.each([3, 6, 20])('free electrons on a ring of %i: −2 cos k twice', (length) => {
    const system = latticeSystem({ kind: 'chain', size: [length] });
    const band = bandEnergies(length, 1);
    expectLevels({ ...system, coupling: 0 }, ferromagnet(length), sorted([...band, ...band]));
  });

  it.each([4, 6, 7, 8])('free electrons and ferromagnets on a torus, L = %i: ε_k ± J/2', (length) => {
    const band = bandEnergies(length, 2);
    // J = 4 and 8 put exact zero modes on top of a degenerate band.
    for (const coupling of [0, 1, 4, 8]) {
      const expected = sorted(band.flatMap((energy) => [energy - coupling / 2, energy + coupling / 2]));
      expectLevels({ ...torus(length), coupling }, ferromagnet(length * length), expected);
    }
  });

  it.each([4, 6, 8])('Néel order on a torus, L = %i: ±√(ε² + J²/4)', (length) => {
    const system = torus(length);
    const band = bandEnergies(length, 2);
    for (const coupling of [1e-9, 0.3, 1, 16]) {
      const expected = sorted(
        band.flatMap((energy) => {
          const level = Math.sqrt(energy * energy + (coupling * coupling) / 4);
          return [-level, level];
        }),
      );
      expectLevels({ ...system, coupling }, collinear(system.sublattice ?? []), expected);
    }
  });

  it.each([0, 0.7, 2, Math.PI])('two sites at an angle θ = %f: E² = t² + J²/4 ± t J cos(θ/2)', (angle) => {
    const system = latticeSystem({ kind: 'chain', size: [2], boundary: ['open'] });
    const coupling = 1.3;
    const squares = [1, -1].map((sign) => 1 + coupling ** 2 / 4 + sign * coupling * Math.cos(angle / 2));
    const spins = Float64Array.of(0, 0, 1, 0, Math.sin(angle), Math.cos(angle));
    expectLevels(
      { ...system, coupling },
      spins,
      sorted(squares.flatMap((square) => [-Math.sqrt(square), Math.sqrt(square)])),
    );
  });

  it('a single site: ± J |S|/2', () => {
    const hopping = randomHopping(philoxStream(1, 0), { siteCount: 1, density: 0, classC: true });
    expectLevels(
      { hopping, sublattice: parity(1), coupling: 3 },
      Float64Array.of(2, -1, 2),
      Float64Array.of(-4.5, 4.5),
    );
  });
});

describe('zero modes', () => {
  it('are found to 1e-13, not to the square root of the rounding error', () => {
    const length = 8;
    const model = { ...torus(length), coupling: 2e-9 };
    for (const levels of spectra(model, ferromagnet(length * length))) {
      const small = levels.filter((level) => Math.abs(level) < 1e-3);
      expect(small.length).toBe(2 * (2 * length - 2));
      for (const level of small) expect(Math.abs(Math.abs(level) - 1e-9)).toBeLessThan(TOLERANCE);
    }
  });
});

describe('random spins against the oracle', () => {
  it.each([1, 2, 3, 7, 18, 30, 41])('class C, N = %i', (siteCount) => {
    const random = philoxStream(siteCount, 2);
    for (const density of [1, 4 / siteCount, 0.5 / siteCount]) {
      const hopping = randomHopping(random, { siteCount, density, classC: true });
      const model = { hopping, sublattice: parity(siteCount), coupling: 1.4 };
      const spins = randomSpins(random, siteCount);
      expectLevels(model, spins, oracle(model, spins));
    }
  });

  it.each([1, 2, 3, 7, 18, 30, 41])('complex hopping with site energies, N = %i', (siteCount) => {
    const random = philoxStream(siteCount, 3);
    for (const density of [1, 4 / siteCount, 0.5 / siteCount]) {
      const hopping = randomHopping(random, { siteCount, density, classC: false });
      const model = { hopping, sublattice: undefined, coupling: 1.4 };
      const spins = randomSpins(random, siteCount);
      expectLevels(model, spins, oracle(model, spins));
    }
  });

  const LATTICES: [LatticeSpec, number[]][] = [
    [{ kind: 'chain', size: [50] }, [1]],
    [{ kind: 'square', size: [10, 8] }, [1]],
    [{ kind: 'square', size: [8, 6], twist: [0.1, 0.3] }, [1, 0.3]],
    [{ kind: 'square', size: [12, 5], boundary: ['open', 'open'] }, [1]],
    [{ kind: 'honeycomb', size: [6, 6] }, [1]],
    [{ kind: 'kagome', size: [3, 4] }, [1]],
    [{ kind: 'triangular', size: [5, 6], twist: [0, 0.25] }, [1]],
    [{ kind: 'cubic', size: [4, 4, 4] }, [1]],
  ];
  it.each(LATTICES)('%o', (spec, amplitudes) => {
    const system = latticeSystem(spec, amplitudes);
    const complex = system.hopping.imaginary.some((value) => value !== 0);
    const model = { ...system, sublattice: complex ? undefined : system.sublattice, coupling: 2.1 };
    const spins = randomSpins(philoxStream(system.siteCount, 4), system.siteCount);
    expectLevels(model, spins, oracle(model, spins));
  });
});

describe.each(ENGINES)('%s', (engine) => {
  const { hopping, sublattice, siteCount } = torus(4);
  const random = philoxStream(9, 9);
  const [first, second] = [randomSpins(random, siteCount), randomSpins(random, siteCount)];

  it('pairs E and −E to the last bit and in ascending order', () => {
    const levels = quaternionSpectrum(hopping, sublattice ?? new Int8Array(), 1, engine)(first);
    expect(levels.toReversed().map((level) => 0 - level)).toEqual(levels);
    expect(levels.toSorted()).toEqual(levels);
  });

  it('does not depend on the configuration before', () => {
    for (const spectrum of [
      quaternionSpectrum(hopping, sublattice ?? new Int8Array(), 1, engine),
      generalSpectrum(hopping, 1, engine),
    ]) {
      const [before, other, after] = [spectrum(first), spectrum(second), spectrum(first)];
      expect(after).toEqual(before);
      expect(other).not.toEqual(before);
    }
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('rejects %f in the spins and in the hopping', (value) => {
    for (let k = 0; k < first.length; k++) {
      const broken = first.with(k, value);
      expect(() => generalSpectrum(hopping, 1, engine)(broken)).toThrow(InputError);
      expect(() => quaternionSpectrum(hopping, sublattice ?? new Int8Array(), 1, engine)(broken)).toThrow(InputError);
    }
    const real = hopping.real.map((element, e) => (hopping.column[e] === 2 ? value : element));
    const broken = { ...hopping, real };
    expect(() => generalSpectrum(broken, 1, engine)(first)).toThrow(InputError);
    expect(() => quaternionSpectrum(broken, sublattice ?? new Int8Array(), 1, engine)(first)).toThrow(InputError);
  });
});
