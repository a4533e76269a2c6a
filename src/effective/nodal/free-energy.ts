/**
 * The free energy of the electrons of the manifold and its derivative f(H) = 1/(e^{H/T} + 1), from resolvents. With log 2cosh(x/2T) ≈ c_0 + c_1 x² + Σ_j r_j log(1 + x²/w_j²),
 *
 *     −T Tr log(1 + e^{−H/T}) = Tr H/2 − T [c_0 Tr 1 + c_1 Tr H² + Σ_j r_j (2 log|det(w_j + iH)| − Tr 1 log w_j²)],
 *     f = ½ − 2T c_1 H − T Σ_j r_j i(G_j − G_j†),   G_j = (w_j + iH)⁻¹.
 */
import { sumLogarithms } from '../../exact/factor/pole-factors.ts';
import { log } from '../../numeric/elementary.ts';
import type { Workspace } from './arrays.ts';
import { BLOCK_SIZE } from './kernels.ts';
import { BLOCK_FORMS } from './resolvent-blocks.ts';
import { forGroups } from './steps.ts';

interface FreeEnergy {
  /** −T Tr log(1 + e^{−H/T}) of H = even + odd, energies counted from μ. */
  value(): number;
  /** Writes the densities of even and odd order, for the H of the last value; the ½ of f only where even orders have a diagonal. */
  density(): void;
}

/** |q|² is the determinant of a quaternion; of complex blocks we have |det|². */
const POWER = { quaternion: 1, complex: 0.5 } as const;

export function freeEnergyOf(w: Workspace): FreeEnergy {
  const { arithmetic, arrays, expansion, kernels, packing } = w;
  const { temperature } = w.space;
  const { shifts, residues, constant } = expansion;
  const { products, matrix, green, sum, weights } = arrays;
  const size = packing.groupCount * packing.orbitalCount;
  const states = 2 * size;
  const logDeterminants = new Float64Array(shifts.length);
  const start = shifts.map((shift) => states * log(shift));
  const chunks = products.length / shifts.length;
  const none = new Float64Array(shifts.length);
  const problem = { arithmetic, matrix, green, size, shifts: arrays.shifts, weights, products, sum };
  const invert = kernels.resolvents(problem);
  const within = forGroups(w, (p) => pairsOf(w, p, p));
  const across = forGroups(w, (p) => pairsOf(w, p, packing.partner[p]));
  return {
    value() {
      fillMatrix(w, within, across);
      invert();
      sumLogarithms(products, chunks, none, POWER[arithmetic], logDeterminants);
      let total = states * constant + expansion.slope * traceOfSquare(w);
      for (let j = 0; j < shifts.length; j++) total += 2 * residues[j] * (logDeterminants[j] - start[j]);
      return trace(w) / 2 - temperature * total;
    },
    density() {
      for (const pairs of within) fillOddDensity(w, pairs);
      for (const pairs of across) fillEvenDensity(w, pairs);
    },
  };
}

/** Elements between groups p and q: where they stand in blocks; where in the matrix from p to q, and from q to p. */
interface Pairs {
  readonly p: number;
  readonly q: number;
  readonly element: Int32Array;
  readonly direct: Int32Array;
  readonly conjugate: Int32Array;
}

function pairsOf({ packing: { orbitalCount, width, groupCount }, arithmetic }: Workspace, p: number, q: number): Pairs {
  const step = BLOCK_SIZE[arithmetic];
  const count = groupCount * orbitalCount;
  const pairs = Array.from({ length: orbitalCount * orbitalCount }, (_, n) => [
    Math.floor(n / orbitalCount),
    n % orbitalCount,
  ]);
  const at = (a: number, b: number) => step * (a * count + b);
  return {
    p,
    q,
    element: Int32Array.from(pairs, ([r, s]) => 4 * (p * width + r) * width + s),
    direct: Int32Array.from(pairs, ([r, s]) => at(p * orbitalCount + r, q * orbitalCount + s)),
    conjugate: Int32Array.from(pairs, ([r, s]) => at(q * orbitalCount + s, p * orbitalCount + r)),
  };
}

/** K = iH: σ·v + iu of odd order gives −u + iσ·v, and u + iσ·v of even order i times itself. */
function fillMatrix(
  { packing: { width }, arithmetic, arrays }: Workspace,
  within: readonly Pairs[],
  across: readonly Pairs[],
): void {
  const { even, odd, matrix } = arrays;
  const form = BLOCK_FORMS[arithmetic];
  matrix.fill(0);
  for (const { element, direct } of within)
    for (let n = 0; n < element.length; n++) {
      const e = element[n];
      form.addOdd(matrix, direct[n], -odd[e], odd[e + width], odd[e + 2 * width], odd[e + 3 * width]);
    }
  for (const { p, element, direct } of across)
    for (let n = 0; n < element.length; n++) {
      const e = element[n];
      form.addEven(p, matrix, direct[n], even[e], even[e + width], even[e + 2 * width], even[e + 3 * width]);
    }
}

/** With G = s_0 + iσ·s + i(t_0 + iσ·t), i(G − G†)_ab of odd order has u = s_0,ab − s_0,ba and v = −(s_ab + s_ba). */
function fillOddDensity(
  { packing: { width }, arithmetic, arrays, expansion, space }: Workspace,
  { element, direct, conjugate }: Pairs,
): void {
  const { odd, oddDensity, sum } = arrays;
  const { odd: read } = BLOCK_FORMS[arithmetic];
  const slope = 2 * space.temperature * expansion.slope;
  for (let c = 0; c < 4; c++)
    for (let n = 0; n < element.length; n++) {
      const k = element[n] + c * width;
      const other = read(sum, conjugate[n], c);
      const own = read(sum, direct[n], c);
      oddDensity[k] = space.temperature * (c === 0 ? other - own : own + other) - slope * odd[k];
    }
}

/** Of even order it has u = −(t_0,ab + t_0,ba) and v = −(t_ab − t_ba). */
function fillEvenDensity(
  { packing: { width }, arithmetic, arrays, expansion, space }: Workspace,
  { p, q, element, direct, conjugate }: Pairs,
): void {
  const { even, evenDensity, sum } = arrays;
  const { even: read } = BLOCK_FORMS[arithmetic];
  const slope = 2 * space.temperature * expansion.slope;
  for (let c = 0; c < 4; c++)
    for (let n = 0; n < element.length; n++) {
      const k = element[n] + c * width;
      const other = read(q, sum, conjugate[n], c);
      const own = read(p, sum, direct[n], c);
      const half = c === 0 && direct[n] === conjugate[n] ? 0.5 : 0;
      evenDensity[k] = half + space.temperature * (c === 0 ? own + other : own - other) - slope * even[k];
    }
}

function trace({ packing: { groupCount, orbitalCount, width, partner }, arrays: { even } }: Workspace): number {
  let sum = 0;
  for (let p = 0; p < groupCount; p++) {
    if (partner[p] !== p) continue;
    for (let r = 0; r < orbitalCount; r++) sum += 2 * even[4 * (p * width + r) * width + r];
  }
  return sum;
}

function traceOfSquare({ arrays: { even, odd } }: Workspace): number {
  let sum = 0;
  for (let e = 0; e < even.length; e++) sum += even[e] * even[e] + odd[e] * odd[e];
  return 2 * sum;
}
