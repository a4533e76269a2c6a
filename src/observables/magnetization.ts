/** Uniform and staggered magnetisation, their powers, and what follows from these. */
import type { ModelParameters } from '../exact/model.ts';
import { nearestSublattices } from '../lattice/bipartition.ts';
import { spinCount } from '../lattice/disorder/occupation.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { type FamilyObservable, memberOf } from './family.ts';
import type { DerivedObservable, Family } from './observable.ts';
import { errorOfSquare, errorOfVariance, roundingOfMean } from './rounding.ts';

/** m = Σ_i η_i S_i/N. */
interface Order {
  readonly name: 'magnetization' | 'staggeredMagnetization';
  readonly symbol: string;
  readonly definition: string;
  readonly signs: Int8Array;
  /** Number of spins. */
  readonly count: number;
}

/** ±1 by sublattice of nearest neighbours; undefined where there are no two. */
export function sublatticeSigns(lattice: Lattice): Int8Array | undefined {
  return nearestSublattices(lattice);
}

/** The uniform one, and the staggered one where nearest neighbours form two sublattices. */
function orders(lattice: Lattice): Order[] {
  const uniform: Order = {
    name: 'magnetization',
    symbol: 'm',
    definition: 'm = Σ_i S_i/N',
    signs: new Int8Array(lattice.siteCount).fill(1),
    count: spinCount(lattice),
  };
  const signs = sublatticeSigns(lattice);
  if (!signs) return [uniform];
  const definition = 'm_s = Σ_i η_i S_i/N, η = ±1 on the two sublattices, (−1)^(x+y) on the square lattice';
  return [uniform, { name: 'staggeredMagnetization', symbol: 'm_s', definition, signs, count: uniform.count }];
}

/** m² and, where there are sublattices, m_s²: usually the slowest quantities of a chain. */
export function squaredOrders(lattice: Lattice): ((spins: Float64Array) => number)[] {
  return orders(lattice).map(
    ({ signs, count }) =>
      (spins) =>
        squaredSum(signs, spins) / (count * count),
  );
}

export function magnetizations(lattice: Lattice): FamilyObservable[] {
  return orders(lattice).flatMap(({ name, symbol, definition, signs, count }) => {
    const common = { normalisation: '1 for full order', reference: 'P. Peczak et al., Phys. Rev. B 43, 6087 (1991)' };
    const error = roundingOfMean(count);
    const errorOf2 = (largest: number) => errorOfSquare(error, largest);
    const family = powersOf(signs, count);
    return [
      memberOf(family, 0, {
        name: absolute(name),
        formula: `|${symbol}|, ${definition}`,
        ...common,
        resolution: () => error,
      }),
      memberOf(family, 1, {
        name: `${name}2`,
        formula: `${symbol}²`,
        ...common,
        resolution: (_, largest) => errorOf2(largest),
      }),
      memberOf(family, 2, {
        name: `${name}4`,
        formula: `${symbol}⁴`,
        ...common,
        resolution: (_, largest) => errorOfSquare(errorOf2(Math.sqrt(largest)), largest),
      }),
    ];
  });
}

/** |m|, m², m⁴. */
function powersOf(signs: Int8Array, count: number): Family {
  const values = new Float64Array(3);
  return {
    evaluate(spins) {
      const square = squaredSum(signs, spins) / (count * count);
      values[0] = Math.sqrt(square);
      values[1] = square;
      values[2] = square * square;
      return values;
    },
  };
}

/** Susceptibilities and Binder ratios, T > 0. */
export function magneticResponses({ lattice, temperature }: ModelParameters): DerivedObservable[] {
  return orders(lattice).flatMap(({ name, symbol, count }) => [
    {
      name: name === 'magnetization' ? 'susceptibility' : 'staggeredSusceptibility',
      formula: `χ = β N (⟨${symbol}²⟩ − ⟨|${symbol}|⟩²); in the disordered phase the linear response is β N ⟨${symbol}²⟩/3 instead`,
      normalisation: 'per site, along the order',
      reference: 'P. Peczak et al., Phys. Rev. B 43, 6087 (1991)',
      inputs: [absolute(name), `${name}2`],
      evaluate: ([mean, square]) => (count * (square - mean * mean)) / temperature,
      resolution: ([error], [mean, square]) => (count * errorOfVariance(error, mean, square)) / temperature,
    },
    {
      name: name === 'magnetization' ? 'binderRatio' : 'staggeredBinderRatio',
      formula: `⟨${symbol}⁴⟩/⟨${symbol}²⟩²`,
      normalisation: '1 for full order, 5/3 without any, N → ∞',
      reference: 'K. Binder, Z. Phys. B 43, 119 (1981); his cumulant is 1 − ratio/3',
      inputs: [`${name}2`, `${name}4`],
      evaluate: ([square, fourth]) => fourth / (square * square),
    },
  ]);
}

function absolute(name: string): string {
  return `abs${name[0].toUpperCase()}${name.slice(1)}`;
}

/** |Σ_i η_i S_i|². */
function squaredSum(signs: Int8Array, spins: Float64Array): number {
  let [x, y, z] = [0, 0, 0];
  for (let i = 0; i < signs.length; i++) {
    x += signs[i] * spins[3 * i];
    y += signs[i] * spins[3 * i + 1];
    z += signs[i] * spins[3 * i + 2];
  }
  return x * x + y * y + z * z;
}
