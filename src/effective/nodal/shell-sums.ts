/** Sums over shells, which are products in wave vectors: Σ_{δ∈s} S_{i+δ} has the waves P_s(q) S_q. Rows by wave are (x, y, z, 0). */
import type { NodalSpace } from './space.ts';

interface ShellSums {
  /** (J/2) Σ_s w_s P_s(q). */
  readonly smearing: Float64Array;
  /** Forms the sums over shells again where parameters have changed. */
  update(): void;
  /** Σ_s J_s Σ_⟨ij⟩s S_i·S_j. Every bond is in the sums of both its sites. */
  exchange(spinWaves: Float64Array): number;
  /** Σ_i A_i · Σ_{δ∈s} B_{i+δ}, from the waves of A and B. */
  bondSum(shell: number, a: Float64Array, b: Float64Array): number;
  /** From the waves of ∂E/∂(smeared spins) those of what it adds to the force, with the exchange in it. */
  toForce(slopeWaves: Float64Array, spinWaves: Float64Array): void;
}

/** The sums for live parameters E_0, J_s, w_0, w_s. */
export function shellSums({ shellFactors, halfCoupling }: NodalSpace, parameters: Float64Array): ShellSums {
  const count = shellFactors[0].length;
  const [smearing, coupling] = [new Float64Array(count), new Float64Array(count)];
  const known = new Float64Array(parameters.length).fill(Number.NaN);
  return {
    smearing,
    update() {
      if (known.every((value, k) => value === parameters[k])) return;
      known.set(parameters);
      smearing.fill(0);
      coupling.fill(0);
      shellFactors.forEach((factor, s) => {
        addScaled(halfCoupling * parameters[shellFactors.length + s], factor, smearing);
        if (s > 0) addScaled(parameters[s], factor, coupling);
      });
    },
    exchange: (spinWaves) => weightedProduct(coupling, spinWaves, spinWaves) / 2,
    bondSum: (shell, a, b) => weightedProduct(shellFactors[shell], a, b),
    toForce(slopeWaves, spinWaves) {
      for (let k = 0, at = 0; k < count; k++)
        for (let c = 0; c < 4; c++, at++) slopeWaves[at] = coupling[k] * spinWaves[at] - smearing[k] * slopeWaves[at];
    },
  };
}

function addScaled(factor: number, values: Float64Array, out: Float64Array): void {
  for (let k = 0; k < out.length; k++) out[k] += factor * values[k];
}

/** Σ_q f_q A_q·B_q. */
function weightedProduct(factor: Float64Array, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0, at = 0; k < factor.length; k++, at += 4)
    sum += factor[k] * (a[at] * b[at] + a[at + 1] * b[at + 1] + a[at + 2] * b[at + 2]);
  return sum;
}
