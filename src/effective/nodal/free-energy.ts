/**
 * The free energy of the electrons of the manifold and its derivative f(H) = 1/(e^{H/T} + 1), from resolvents. With log 2cosh(x/2T) ≈ c_0 + c_1 x² + Σ_j r_j log(1 + x²/w_j²),
 *
 *     −T Tr log(1 + e^{−H/T}) = Tr H/2 − T [c_0 Tr 1 + c_1 Tr H² + Σ_j r_j (2 log|det(w_j + iH)| − Tr 1 log w_j²)],
 *     f = ½ − 2T c_1 H − T Σ_j r_j i(G_j − G_j†),   G_j = (w_j + iH)⁻¹.
 */
import { sumLogarithms } from '../../exact/factor/pole-factors.ts';
import { log } from '../../numeric/elementary.ts';
import type { Parity } from './blocks.ts';
import type { Workspace } from './nodal-workspace.ts';
import { BLOCK_FORMS, type Pairs, pairsOf, signOf } from './resolvent-blocks.ts';
import { all, forGroups } from './steps.ts';

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
  const form = BLOCK_FORMS[arithmetic];
  const within = forGroups(w, (p) => pairsOf(packing, form.size, p, p));
  const across = forGroups(w, (p) => pairsOf(packing, form.size, p, packing.partner[p]));
  const densities = all([
    ...within.map((pairs) => densityOf(w, pairs, 'odd')),
    ...across.map((pairs) => densityOf(w, pairs, 'even')),
  ]);
  return {
    value() {
      matrix.fill(0);
      for (const pairs of within) form.addOdd(pairs, arrays.odd, matrix);
      for (const pairs of across) form.addEven(pairs, arrays.even, matrix);
      invert();
      sumLogarithms(products, chunks, none, POWER[arithmetic], logDeterminants);
      let total = states * constant + expansion.slope * traceOfSquare(w);
      for (let j = 0; j < shifts.length; j++) total += 2 * residues[j] * (logDeterminants[j] - start[j]);
      return trace(w) / 2 - temperature * total;
    },
    density: densities,
  };
}

/** The densities of some pairs, from the blocks of Σ_j r_j G_j and of its adjoint. */
function densityOf({ arithmetic, arrays, expansion, space, packing }: Workspace, pairs: Pairs, parity: Parity) {
  const { element, direct, conjugate, width, p } = pairs;
  const { sum, even, odd, evenDensity, oddDensity } = arrays;
  const form = BLOCK_FORMS[arithmetic];
  const [own, other] = [new Float64Array(4 * element.length), new Float64Array(4 * element.length)];
  const [blocks, density] = parity === 'even' ? [even, evenDensity] : [odd, oddDensity];
  const slope = 2 * space.temperature * expansion.slope;
  const half = Float64Array.from(element, (_, n) => (parity === 'even' && direct[n] === conjugate[n] ? 0.5 : 0));
  // With G = s_0 + iσ·s + i(t_0 + iσ·t), −i(G − G†)_ab of odd order has u = −s_0,ab + s_0,ba and v = s_ab + s_ba, of even order u = t_0,ab + t_0,ba and v = t_ab − t_ba.
  const [scalar, vector] = parity === 'even' ? [1, -1] : [-1, 1];
  return () => {
    if (parity === 'even') {
      form.readEven(direct, signOf(p), sum, own);
      form.readEven(conjugate, signOf(packing.partner[p]), sum, other);
    } else {
      form.readOdd(direct, sum, own);
      form.readOdd(conjugate, sum, other);
    }
    for (let n = 0, part = 0; n < element.length; n++, part += 4) {
      const e = element[n];
      density[e] = half[n] + space.temperature * (scalar * own[part] + other[part]) - slope * blocks[e];
      for (let c = 1, k = e + width; c < 4; c++, k += width)
        density[k] = space.temperature * (own[part + c] + vector * other[part + c]) - slope * blocks[k];
    }
  };
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
