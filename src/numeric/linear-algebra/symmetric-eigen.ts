/** Eigenvalues of a small symmetric matrix and the rotation that diagonalises it. */

interface SymmetricEigen {
  /** The n eigenvalues, in no particular order. */
  readonly values: Float64Array;
  /** The eigenvectors, n × n row by row; column j belongs to values[j]. */
  readonly vectors: Float64Array;
}

const SWEEPS = 50;

/** Cyclic Jacobi rotations; `matrix` is n × n row by row and is destroyed. */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let rotations = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) if (annihilate(matrix, vectors, n, p, q)) rotations++;
    if (rotations === 0) break;
  }
  return { values: Float64Array.from({ length: n }, (_, i) => matrix[i * n + i]), vectors };
}

/** Rotates element (p, q) to zero, unless it is negligible beside the diagonal already. */
function annihilate(matrix: Float64Array, vectors: Float64Array, n: number, p: number, q: number): boolean {
  const element = matrix[p * n + q];
  const app = matrix[p * n + p];
  const aqq = matrix[q * n + q];
  if (Math.abs(element) <= 1e-16 * Math.sqrt(Math.abs(app * aqq))) return false;
  const theta = (aqq - app) / (2 * element);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < n; k++) rotate(matrix, k * n + p, k * n + q, cosine, sine);
  for (let k = 0; k < n; k++) rotate(matrix, p * n + k, q * n + k, cosine, sine);
  for (let k = 0; k < n; k++) rotate(vectors, k * n + p, k * n + q, cosine, sine);
  return true;
}

function rotate(values: Float64Array, a: number, b: number, cosine: number, sine: number): void {
  const x = values[a];
  const y = values[b];
  values[a] = cosine * x - sine * y;
  values[b] = sine * x + cosine * y;
}
