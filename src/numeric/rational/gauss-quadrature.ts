/**
 * Few poles that stand for all Matsubara frequencies: rational Gauss quadrature.
 *
 * log 2cosh(u/2) = log 2 + Σ_m log(1 + u²/ω_m²), ω_m = (2m + 1)π, is a sum over a positive measure on λ = ω². Projecting multiplication
 * with λ on the span of 1/(λ + x_k) gives a symmetric P × P matrix; its eigenvalues and the weights of its eigenvectors are P
 * positive poles and residues whose derivative in x = u² agrees with the exact one to second order at every x_k.
 */
import { exp, log } from '../elementary.ts';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen.ts';

/** Points λ of a positive measure with the square roots of their weights. */
interface Measure {
  readonly points: Float64Array;
  readonly roots: Float64Array;
}

interface PolesAndResidues {
  /** ω_j², ascending. */
  readonly squares: Float64Array;
  readonly residues: Float64Array;
}

/** Frequencies kept as they are; the sum over those beyond becomes an integral, good to 10⁻⁴ and enough for a first guess. */
const KEPT = 60;
const TAIL_STEP = 0.2;

/** P poles and residues, matched at the P ascending points `nodes` (values of u). */
export function matsubaraQuadrature(nodes: Float64Array): PolesAndResidues {
  const measure = matsubaraMeasure(nodes[nodes.length - 1]);
  const basis = orthonormalBasis(measure, nodes);
  const size = nodes.length;
  const matrix = new Float64Array(size * size);
  basis.forEach((p, i) => {
    basis.forEach((q, j) => {
      matrix[i * size + j] = p.reduce((sum, value, m) => sum + value * measure.points[m] * q[m], 0);
    });
  });
  const { values, vectors } = symmetricEigen(matrix, size);
  const overlaps = basis.map((p) => dot(p, measure.roots));
  const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const amplitude = (j: number) => overlaps.reduce((sum, overlap, i) => sum + overlap * vectors[i * size + j], 0);
  return {
    squares: Float64Array.from(order, (j) => values[j]),
    residues: Float64Array.from(order, (j) => amplitude(j) * amplitude(j)),
  };
}

/** The tail ∫ dω/2π from 2π·KEPT to far beyond the largest u: midpoint rule in log ω. */
function matsubaraMeasure(largest: number): Measure {
  const start = 2 * Math.PI * KEPT;
  const tail = Math.ceil(log(100 * Math.max(1, largest / start)) / TAIL_STEP);
  const frequencies = Float64Array.from({ length: KEPT + tail }, (_, m) =>
    m < KEPT ? (2 * m + 1) * Math.PI : start * exp((m - KEPT + 0.5) * TAIL_STEP),
  );
  const roots = frequencies.map((omega, m) => (m < KEPT ? 1 : Math.sqrt((omega * TAIL_STEP) / (2 * Math.PI))));
  return { points: frequencies.map((omega) => omega * omega), roots };
}

/** An orthonormal basis by Gram and Schmidt, twice for stability. */
function orthonormalBasis({ points, roots }: Measure, nodes: Float64Array): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const u of nodes) {
    const vector = points.map((lambda, m) => roots[m] / (lambda + u * u));
    for (let pass = 0; pass < 2; pass++) {
      normalize(vector);
      for (const other of basis) subtractMultiple(vector, other, dot(vector, other));
    }
    normalize(vector);
    basis.push(vector);
  }
  return basis;
}

function normalize(vector: Float64Array): void {
  const scale = 1 / Math.sqrt(dot(vector, vector));
  for (let m = 0; m < vector.length; m++) vector[m] *= scale;
}

function subtractMultiple(vector: Float64Array, other: Float64Array, factor: number): void {
  for (let m = 0; m < vector.length; m++) vector[m] -= factor * other[m];
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, m) => sum + value * b[m], 0);
