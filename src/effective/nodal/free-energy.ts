/** Free energy and density matrix of electrons in a small Hermitian matrix. */
import { exp, softplus } from '../../numeric/elementary.ts';
import { type ComplexMatrix, newMatrix } from '../../numeric/linear-algebra/complex-matrix.ts';
import { newReduction, reduce, restore } from '../../numeric/linear-algebra/hermitian-reduction.ts';
import type { VectorSet } from '../../numeric/linear-algebra/implicit-ql.ts';
import { diagonaliseByQL } from '../../numeric/linear-algebra/implicit-ql.ts';

/** The free energy of Hermitian matrices H of one even size, given by their lower triangles, which are destroyed. Energies are counted from μ. */
interface FreeEnergy {
  /** −T Tr log(1 + e^{−H/T}). */
  value(matrix: ComplexMatrix): number;
  /** The same, and its derivative with respect to H into `density`, both triangles: f(H) = 1/(e^{H/T} + 1). */
  valueAndDensity(matrix: ComplexMatrix, density: ComplexMatrix): number;
}

export function freeEnergyOf(size: number, temperature: number): FreeEnergy {
  const reduction = newReduction(size);
  const vectors = newMatrix(size, size / 2);
  const levels = reduction.tridiagonal.diagonal;
  return {
    value(matrix) {
      reduce(matrix, reduction);
      diagonaliseByQL(reduction.tridiagonal);
      return ofLevels(levels, temperature);
    },
    valueAndDensity(matrix, density) {
      reduce(matrix, reduction);
      diagonaliseByQL(reduction.tridiagonal, unitVectors(vectors));
      fillOccupation(levels, vectors, temperature, density);
      restore(density, reduction);
      fillUpperTriangle(density);
      return ofLevels(levels, temperature);
    },
  };
}

/**
 * Vectors of T are real, and QL acts on all components alike: the first half of every vector goes as its real part, the second as its
 * imaginary part.
 */
function unitVectors({ rows, columns, real, imaginary }: ComplexMatrix): VectorSet {
  real.fill(0);
  imaginary.fill(0);
  for (let k = 0; k < columns; k++) {
    real[k * columns + k] = 1;
    imaginary[(columns + k) * columns + k] = 1;
  }
  return { dimension: rows / 2, real, imaginary };
}

function ofLevels(levels: Float64Array, temperature: number): number {
  return -temperature * levels.reduce((sum, level) => sum + softplus(-level / temperature), 0);
}

/** The lower triangle of f(T) = Σ_n f_n z_n z_nᵀ, real. */
function fillOccupation(levels: Float64Array, vectors: ComplexMatrix, temperature: number, out: ComplexMatrix): void {
  const { columns: half, real, imaginary } = vectors;
  out.real.fill(0);
  for (let n = 0; n < levels.length; n++) {
    const occupation = fermi(levels[n] / temperature);
    for (let a = 0; a < half; a++) {
      const x = occupation * real[n * half + a];
      const y = occupation * imaginary[n * half + a];
      const lower = (half + a) * 2 * half;
      for (let b = 0; b < half; b++) out.real[lower + b] += y * real[n * half + b];
      for (let b = 0; b <= a; b++) {
        out.real[a * 2 * half + b] += x * real[n * half + b];
        out.real[lower + half + b] += y * imaginary[n * half + b];
      }
    }
  }
}

/** 1/(1 + e^x) with no overflow. */
function fermi(x: number): number {
  const e = exp(-Math.abs(x));
  return x > 0 ? e / (1 + e) : 1 / (1 + e);
}

function fillUpperTriangle({ rows, real, imaginary }: ComplexMatrix): void {
  for (let a = 0; a < rows; a++)
    for (let b = 0; b < a; b++) {
      real[b * rows + a] = real[a * rows + b];
      imaginary[b * rows + a] = -imaginary[a * rows + b];
    }
}
