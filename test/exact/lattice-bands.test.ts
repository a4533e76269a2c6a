import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { momenta } from '../../src/lattice/momenta.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

/** The levels of the electrons alone, each once. */
function levels(spec: LatticeSpec, hopping?: readonly number[], flux?: number): number[] {
  const lattice = createLattice(spec);
  const model = createModel({ lattice, coupling: 0, flux, temperature: 1, ...(hopping ? { hopping } : {}) });
  const both = [...model.spectrum(namedConfiguration('ferromagnet', lattice))].sort((a, b) => a - b);
  return both.filter((_, n) => n % 2 === 0);
}

/** Cartesian wave vectors. */
function waves(spec: LatticeSpec): number[][] {
  const lattice = createLattice(spec);
  const k = momenta(lattice);
  return Array.from({ length: k.length / lattice.dimension }, (_, n) => [
    ...k.subarray(lattice.dimension * n, lattice.dimension * (n + 1)),
  ]);
}

function expectLevels(found: readonly number[], bands: readonly number[]): void {
  expect(found.length).toBe(bands.length);
  const expected = [...bands].sort((a, b) => a - b);
  expect(Math.max(...found.map((level, n) => Math.abs(level - expected[n])))).toBeLessThan(1e-9);
}

const { cos, sqrt, PI } = Math;

describe('bands in closed form, t = 1', () => {
  it.each([
    [[4, 4]],
    [
      [
        [3, 1],
        [-1, 3],
      ],
    ],
  ] as const)('Lieb %j: 0 and ± 2 √(cos² k_x/2 + cos² k_y/2)', (size) => {
    const spec = { kind: 'lieb', size };
    const bands = waves(spec).flatMap(([x, y]) => {
      const e = 2 * sqrt(cos(x / 2) ** 2 + cos(y / 2) ** 2);
      return [-e, 0, e];
    });
    expectLevels(levels(spec), bands);
  });

  it.each([
    [[4, 3]],
    [
      [
        [2, 1],
        [-1, 3],
      ],
    ],
  ] as const)('kagome %j: flat at 2, others by 3 + 2 Σ cos', (size) => {
    const spec = { kind: 'kagome', size };
    const bands = waves(spec).flatMap(([x, y]) => {
      const sum = cos(x) + cos(x / 2 + (sqrt(3) * y) / 2) + cos(x / 2 - (sqrt(3) * y) / 2);
      const root = sqrt(3 + 2 * sum);
      return [2, -1 - root, -1 + root];
    });
    expectLevels(levels(spec), bands);
  });

  it('checkerboard: flat at 2, the other −2 (1 + cos k_x + cos k_y)', () => {
    const spec: LatticeSpec = { kind: 'checkerboard', size: [4, 5] };
    const bands = waves(spec).flatMap(([x, y]) => [2, -2 - 2 * (cos(x) + cos(y))]);
    expectLevels(levels(spec, [1, 1]), bands);
  });

  it('pyrochlore: two flat at 2, others −2 ± 2 √(1 + Σ cos cos)', () => {
    const spec: LatticeSpec = { kind: 'pyrochlore', size: [2, 3, 2] };
    const bands = waves(spec).flatMap(([x, y, z]) => {
      const [a, b, c] = [cos(x / 2), cos(y / 2), cos(z / 2)];
      const root = 2 * sqrt(1 + a * b + b * c + c * a);
      return [2, 2, -2 - root, -2 + root];
    });
    expectLevels(levels(spec), bands);
  });

  it.each([
    [[3, 2, 4]],
    [
      [
        [-2, 2, 2],
        [2, -2, 2],
        [2, 2, -2],
      ],
    ],
  ] as const)('bcc, fcc %j', (size) => {
    const bcc = waves({ kind: 'bcc', size }).map(([x, y, z]) => -8 * cos(x / 2) * cos(y / 2) * cos(z / 2));
    expectLevels(levels({ kind: 'bcc', size }), bcc);
    const fcc = waves({ kind: 'fcc', size }).map(([x, y, z]) => {
      const [a, b, c] = [cos(x / 2), cos(y / 2), cos(z / 2)];
      return -4 * (a * b + b * c + c * a);
    });
    expectLevels(levels({ kind: 'fcc', size }), fcc);
  });

  it('Shastry–Sutherland: dimers alone are ± t on every bond', () => {
    const found = levels({ kind: 'shastry-sutherland', size: [3, 3] }, [0, 1]);
    expectLevels(
      found,
      Array.from({ length: 36 }, (_, n) => (n % 2 === 0 ? 1 : -1)),
    );
  });

  it('√10 × √10: −2 (cos k_x + cos k_y) at the wave vectors of the cluster, twisted along its supercell vectors', () => {
    const [a, b, twist] = [
      [3, 1],
      [-1, 3],
      [0.3, -0.1],
    ];
    const spec: LatticeSpec = { kind: 'square', size: [a, b], twist };
    // k·a = 2π (n + θ_a), k·b = 2π (m + θ_b), all different modulo 2π.
    const all = Array.from({ length: 400 }, (_, i) => [
      Math.floor(i / 20) - 10 + twist[0],
      (i % 20) - 10 + twist[1],
    ]).map(([n, m]) => [(2 * PI * (3 * n - m)) / 10, (2 * PI * (n + 3 * m)) / 10]);
    const place = (x: number) => `${(cos(x) + 2).toFixed(6)} ${(Math.sin(x) + 2).toFixed(6)}`;
    const different = new Map(all.map((k) => [k.map(place).join(), k]));
    expect(different.size).toBe(10);
    expectLevels(
      levels(spec),
      [...different.values()].map(([x, y]) => -2 * (cos(x) + cos(y))),
    );
  });
});

describe('a uniform flux', () => {
  it('square, 1/2 per plaquette: ± 2 √(cos² k_x + cos² k_y), by the quaternion route', () => {
    const spec: LatticeSpec = { kind: 'square', size: [4, 4] };
    const lattice = createLattice(spec);
    expect(createModel({ lattice, flux: 0.5 }).route).toBe('quaternion');
    const bands = waves({ kind: 'square', size: [4, 4] }).map(([x, y], n) => {
      const e = 2 * sqrt(cos(x) ** 2 + cos(y) ** 2);
      return n % 2 === 0 ? e : -e;
    });
    const found = levels(spec, [1], 0.5);
    expectLevels(
      found.map(Math.abs).sort((a, b) => a - b),
      bands.map(Math.abs),
    );
    expect(Math.abs(found.reduce((sum, e) => sum + e, 0))).toBeLessThan(1e-10);
  });

  /** The three roots of E³ − 6 E + 2 C = 0, by Viète, and the four of E⁴ − 8 E² + 4 = 2 C: Harper's equation, D. R. Hofstadter, Phys. Rev. B 14, 2239 (1976). */
  const hofstadter: Readonly<Record<number, (sum: number) => number[]>> = {
    3: (sum) => [0, 1, 2].map((k) => 2 * sqrt(2) * cos((Math.acos(-sum / (2 * sqrt(2))) - 2 * PI * k) / 3)),
    4: (sum) => [1, -1].flatMap((sign) => [1, -1].map((side) => side * sqrt(4 + sign * sqrt(12 + 2 * sum)))),
  };

  it.each([
    [3, [3, 3], [0, 0]],
    [3, [6, 3], [0, 0]],
    [3, [6, 5], [0, 0]],
    [3, [3, 4], [0.1, -0.3]],
    [4, [4, 4], [0, 0]],
    [4, [8, 3], [0, 0]],
    [4, [4, 2], [0.3, 0.2]],
  ] as const)(
    '1/%d per plaquette of %j, twisted by %j: Hofstadter bands, by C = cos qk_x + cos qk_y',
    (q, size, twist) => {
      const [length, width] = size;
      // Wave vectors along x are the same up to 2π/q; the twist moves them.
      const bands = Array.from({ length: (length / q) * width }, (_, n) => {
        const [x, y] = [(n % (length / q)) + twist[0], Math.floor(n / (length / q)) + twist[1]];
        return hofstadter[q](cos((q * 2 * PI * x) / length) + cos((q * 2 * PI * y) / width));
      });
      expectLevels(levels({ kind: 'square', size, twist }, [1], 1 / q), bands.flat());
    },
  );

  it.each([
    [1 / 3, [3, 4]],
    [1 / 4, [4, 2]],
    [1 / 4, [6, 2]],
    [1 / 6, [3, 2]],
  ] as const)(
    '%d per plaquette of %j: the same with x and y exchanged, and of the torus as a tilted cluster',
    (flux, [a, b]) => {
      const given = levels({ kind: 'square', size: [a, b] }, [1, 0.3], flux);
      expectLevels(levels({ kind: 'square', size: [b, a] }, [1, 0.3], flux), given);
      const rows = [
        [0, b],
        [-a, 0],
      ];
      expectLevels(levels({ kind: 'square', size: rows }, [1, 0.3], flux), given);
    },
  );

  it('a small torus of the triangular and the kagome lattice has the flux in every ring of three', () => {
    for (const kind of ['triangular', 'kagome'] as const) {
      const cells = 16;
      const plaquettes = kind === 'triangular' ? 2 : 8;
      const flux = 3 / (plaquettes * cells);
      // Tr H³ = −6 t³ Σ over triangles of cos 2πΦ: two triangles in a cell either way.
      const found = levels({ kind, size: [4, 4] }, [1], flux);
      const cubes = found.reduce((sum, e) => sum + e ** 3, 0);
      expect(cubes).toBeCloseTo(-6 * 2 * cells * cos(2 * PI * flux), 9);
    }
  });

  it('honeycomb: rings of six have it, seen in Tr H⁶ − Tr H⁶ at no flux', () => {
    const flux = 1 / 16;
    const sixth = (phi?: number) =>
      levels({ kind: 'honeycomb', size: [4, 4] }, [1], phi).reduce((sum, e) => sum + e ** 6, 0);
    // Every hexagon in two directions from each of its six corners.
    expect(sixth(flux) - sixth()).toBeCloseTo(12 * 16 * (cos(2 * PI * flux) - 1), 8);
  });

  it('adds to the twist, and translations stay symmetries of the weight where holonomies allow it', () => {
    const lattice = createLattice({ kind: 'square', size: [3, 3] });
    const spins = namedConfiguration('random', lattice, { seed: 3 });
    const weight = (turned: Float64Array) => createModel({ lattice, flux: 1 / 3 }).logWeight(turned);
    const moved = spins.map((_, i) => spins[(i + 3) % spins.length]);
    // By one row: rows are the last direction.
    const row = spins.map((_, i) => spins[(i + 9) % spins.length]);
    expect(weight(row)).toBeCloseTo(weight(spins), 8);
    expect(Math.abs(weight(moved) - weight(spins))).toBeGreaterThan(1e-6);
  });

  it('that does not fit is refused with what would', () => {
    const lattice = createLattice({ kind: 'square', size: [4, 4] });
    expect(() => createModel({ lattice, flux: 0.3 })).toThrow(
      'model.flux: expected a whole number of flux quanta through the whole lattice, as with sizes of a multiple of 10 unit cells, or here 0.3125, found 0.3',
    );
    const open = createLattice({ kind: 'square', size: [4, 4], boundary: ['open', 'open'] });
    expect(createModel({ lattice: open, flux: 0.3 }).route).toBe('complex');
    const chain = createLattice({ kind: 'chain', size: [4] });
    expect(() => createModel({ lattice: chain, flux: 0.5 })).toThrow('no flux but on planar lattices');
  });
});

describe('hopping bond by bond', () => {
  const honeycomb = {
    kind: 'own',
    primitiveVectors: [
      [1, 0],
      [0.5, sqrt(3) / 2],
    ],
    basis: [
      [0, 0],
      [1 / 3, 1 / 3],
    ],
  } as const;
  const nearest = [
    [0, 0],
    [-1, 0],
    [0, -1],
  ].map((cell) => ({ from: 0, to: 1, cell, hopping: 1 }));
  /** Second neighbours, to the left around a hexagon. */
  const second = (hopping: number, phase: number) =>
    [0, 1].flatMap((site) =>
      [
        [1, 0],
        [-1, 1],
        [0, -1],
      ].map((cell) => ({ from: site, to: site, cell, hopping, phase: site === 0 ? phase : -phase })),
    );

  it('is the hopping by shell where it says the same', () => {
    const own = levels({ ...honeycomb, size: [3, 4], bonds: [...nearest, ...second(0.2, 0)] });
    const shells = levels({ kind: 'honeycomb', size: [3, 4] }, [1, 0.2]);
    expectLevels(own, shells);
  });

  it.each([
    [[6, 6]],
    [
      [
        [1, 1],
        [-1, 2],
      ],
    ],
  ] as const)('Haldane %j: bands of his paper, gap 6 √3 t₂ sin φ at the corner of the zone', (size) => {
    const [t2, phase] = [0.1, 0.25];
    const spec: LatticeSpec = { ...honeycomb, size, bonds: [...nearest, ...second(t2, phase)] };
    const found = levels(spec);
    const steps = [
      [1, 0],
      [-0.5, sqrt(3) / 2],
      [-0.5, -sqrt(3) / 2],
    ];
    const bands = waves(spec).flatMap(([x, y]) => {
      const along = steps.map(([u, v]) => x * u + y * v);
      const mass = along.reduce((sum, q) => sum + 2 * t2 * Math.sin(2 * PI * phase) * Math.sin(q), 0);
      // |Σ_δ e^{ik·δ}|² = 3 + 2 Σ cos over second neighbours.
      const square = 3 + 2 * along.reduce((sum, q) => sum + cos(q), 0);
      const e = sqrt(Math.max(0, square) + mass * mass);
      return [-e, e];
    });
    expectLevels(found, bands);
    const gap = Math.min(...found.filter((e) => e > 0)) - Math.max(...found.filter((e) => e < 0));
    expect(gap).toBeCloseTo(6 * sqrt(3) * t2, 9);
  });
});

describe('lattices of your own, by quadrature', () => {
  const pair: LatticeSpec = {
    kind: 'own',
    size: [1],
    boundary: ['open'],
    primitiveVectors: [[1]],
    basis: [[0], [0.5]],
  };

  it.each<[string, LatticeSpec, readonly number[] | undefined]>([
    ['by shell', pair, undefined],
    ['by its bond', { ...pair, bonds: [{ from: 0, to: 1, cell: [0], hopping: 1, phase: 0.2 }] }, undefined],
  ])('two sites, %s: log Z and ⟨S₁·S₂⟩ at β = 5 and 20', (_, spec, hopping) => {
    // The numbers of quadrature.test.ts: a phase of a single bond changes nothing.
    for (const [beta, logZ, correlation] of [
      [5, 10.7560989602, -0.1663962499],
      [20, 43.3300977392, -0.5583649911],
    ]) {
      const lattice = createLattice(spec);
      const model = createModel({ lattice, temperature: 1 / beta, tolerance: 1e-10, ...(hopping ? { hopping } : {}) });
      const count = 2000;
      const points = Array.from({ length: count + 1 }, (_, k) => -1 + (2 * k) / count);
      const weights = points.map((z, k) => {
        const w = k === 0 || k === count ? 1 : k % 2 ? 4 : 2;
        return w * Math.exp(model.logWeight(Float64Array.of(0, 0, 1, sqrt(Math.max(0, 1 - z * z)), 0, z)) - logZ);
      });
      const sum = weights.reduce((total, w) => total + w, 0);
      expect(sum / (3 * count)).toBeCloseTo(1, 7);
      expect(weights.reduce((total, w, k) => total + w * points[k], 0) / sum).toBeCloseTo(correlation, 8);
    }
  });
});
