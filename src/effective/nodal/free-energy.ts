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

interface FreeEnergy {
  /** −T Tr log(1 + e^{−H/T}) of H = even + odd, energies counted from μ. */
  value(): number;
  /** Writes the densities of even and odd order, for the H of the last value. */
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
  return {
    value() {
      fillMatrix(w);
      invert();
      sumLogarithms(products, chunks, none, POWER[arithmetic], logDeterminants);
      let total = states * constant + expansion.slope * traceOfSquare(w);
      for (let j = 0; j < shifts.length; j++) total += 2 * residues[j] * (logDeterminants[j] - start[j]);
      return trace(w) / 2 - temperature * total;
    },
    density: () => fillDensity(w),
  };
}

/** Calls `visit` for all pairs of orbitals r, s of groups: where their element stands in blocks, and where in the matrix from p to q, and from q to p. */
function forPairs(
  { packing: { groupCount, orbitalCount, width }, arithmetic }: Workspace,
  partnerOf: (p: number) => number,
  visit: (p: number, element: number, at: number, conjugate: number, isDiagonal: boolean) => void,
): void {
  const step = BLOCK_SIZE[arithmetic];
  const count = groupCount * orbitalCount;
  for (let p = 0; p < groupCount; p++) {
    const a = p * orbitalCount;
    const b = partnerOf(p) * orbitalCount;
    for (let r = 0; r < orbitalCount; r++)
      for (let s = 0; s < orbitalCount; s++)
        visit(
          p,
          4 * p * width * width + r * width + s,
          step * ((a + r) * count + b + s),
          step * ((b + s) * count + a + r),
          a + r === b + s,
        );
  }
}

const self = (p: number) => p;

/** K = iH: σ·v + iu of odd order gives −u + iσ·v, and u + iσ·v of even order i times itself. */
function fillMatrix(w: Workspace): void {
  const { packing, arithmetic, arrays } = w;
  const { even, odd, matrix } = arrays;
  const square = packing.width * packing.width;
  const form = BLOCK_FORMS[arithmetic];
  matrix.fill(0);
  forPairs(w, self, (_, e, at) =>
    form.addOdd(matrix, at, -odd[e], odd[e + square], odd[e + 2 * square], odd[e + 3 * square]),
  );
  forPairs(
    w,
    (p) => packing.partner[p],
    (p, e, at) => form.addEven(p, matrix, at, even[e], even[e + square], even[e + 2 * square], even[e + 3 * square]),
  );
}

/** With G = s_0 + iσ·s + i(t_0 + iσ·t), i(G − G†)_ab has u = s_0,ab − s_0,ba and v = −(s_ab + s_ba) of odd order, u = −(t_0,ab + t_0,ba) and v = −(t_ab − t_ba) of even order. */
function fillDensity(w: Workspace): void {
  const { packing, arithmetic, arrays, expansion } = w;
  const { temperature } = w.space;
  const { even, odd, evenDensity, oddDensity, sum } = arrays;
  const square = packing.width * packing.width;
  const form = BLOCK_FORMS[arithmetic];
  const slope = 2 * temperature * expansion.slope;
  forPairs(w, self, (_, e, at, conjugate) => {
    for (let c = 0, k = e; c < 4; c++, k += square) {
      const [own, other] = [form.odd(sum, at, c), form.odd(sum, conjugate, c)];
      oddDensity[k] = temperature * (c === 0 ? other - own : own + other) - slope * odd[k];
    }
  });
  forPairs(
    w,
    (p) => packing.partner[p],
    (p, e, at, conjugate, isDiagonal) => {
      const q = packing.partner[p];
      for (let c = 0, k = e; c < 4; c++, k += square) {
        const [own, other] = [form.even(p, sum, at, c), form.even(q, sum, conjugate, c)];
        evenDensity[k] = temperature * (c === 0 ? own + other : own - other) - slope * even[k];
      }
      if (isDiagonal) evenDensity[e] += 0.5;
    },
  );
}

function trace({ packing: { groupCount, orbitalCount, width, partner }, arrays: { even } }: Workspace): number {
  let sum = 0;
  for (let p = 0; p < groupCount; p++) {
    if (partner[p] !== p) continue;
    for (let r = 0; r < orbitalCount; r++) sum += 2 * even[4 * p * width * width + r * (width + 1)];
  }
  return sum;
}

function traceOfSquare({ arrays: { even, odd } }: Workspace): number {
  let sum = 0;
  for (let e = 0; e < even.length; e++) sum += even[e] * even[e] + odd[e] * odd[e];
  return 2 * sum;
}
