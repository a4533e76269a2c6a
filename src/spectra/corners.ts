/** Points of high symmetry, and the path that is taken where none is given. */
import { InputError } from '../errors.ts';
import type { Lattice } from '../lattice/lattice.ts';
import type { Corner } from './momentum-path.ts';

/** Coordinates of points by name in units of reciprocal vectors, and a path through them. */
interface Zone {
  readonly points: Readonly<Record<string, readonly number[]>>;
  readonly path: string;
}

const HEXAGONAL: Zone = {
  points: { G: [0, 0], K: [2 / 3, 1 / 3], M: [1 / 2, 1 / 2] },
  path: 'G-K-M-G',
};

const SQUARE: Zone = { points: { G: [0, 0], X: [1 / 2, 0], M: [1 / 2, 1 / 2] }, path: 'G-X-M-G' };

/** Lattices without an entry have corners of the parallelepiped of the reciprocal vectors, by dimension. */
const BY_KIND: Readonly<Record<string, Zone>> = {
  triangular: HEXAGONAL,
  honeycomb: HEXAGONAL,
  kagome: HEXAGONAL,
};

const BY_DIMENSION: Readonly<Record<number, Zone>> = {
  1: { points: { G: [0], X: [1 / 2] }, path: 'G-X' },
  2: SQUARE,
  3: {
    points: { G: [0, 0, 0], X: [1 / 2, 0, 0], M: [1 / 2, 1 / 2, 0], R: [1 / 2, 1 / 2, 1 / 2] },
    path: 'G-X-M-R-G',
  },
};

/**
 * The corners of a path as it is written: names joined by hyphens, as in G-X-M-G, or points in units of reciprocal vectors, as in "0,0 1/2,0"; the usual one where `text` is left out.
 *
 * Throws InputError for what is neither.
 */
export function momentumCorners({ spec, dimension }: Lattice, text?: string): Corner[] {
  const zone = BY_KIND[spec.kind] ?? BY_DIMENSION[dimension];
  const words = (text ?? zone.path).trim();
  const corners =
    words.includes(',') || (dimension === 1 && /^[\d./\s-]+$/.test(words))
      ? words.split(/\s+/).map((word) => ({ name: word, fractions: fractionsOf(word, dimension) }))
      : words.split('-').map((name) => named(zone, name));
  if (corners.length >= 2) return corners;
  throw new InputError(`--path: expected two corners at least, found ${words}`);
}

function named({ points }: Zone, name: string): Corner {
  const fractions = points[name === 'Γ' ? 'G' : name.toUpperCase()];
  if (fractions) return { name: name.toUpperCase(), fractions };
  throw new InputError(
    `--path: expected names out of ${Object.keys(points).join(', ')} joined by hyphens, or points in units of reciprocal vectors as in "0,0 1/2,0", found ${name}`,
  );
}

function fractionsOf(word: string, dimension: number): number[] {
  const fractions = word.split(',').map(fraction);
  if (fractions.length === dimension && fractions.every(Number.isFinite)) return fractions;
  throw new InputError(`--path: expected ${dimension} numbers with commas between them, found ${word}`);
}

/** A decimal number or a fraction. */
function fraction(text: string): number {
  const [numerator, denominator, ...rest] = text.split('/');
  if (rest.length > 0 || numerator === '' || denominator === '') return Number.NaN;
  return denominator === undefined ? Number(numerator) : Number(numerator) / Number(denominator);
}
