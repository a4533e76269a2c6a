/** S' = (S + u)/|S + u| of every site, and the way back: kernels/attention/normalise.ts. */
import { isMissing } from '../../../spins/tangent.ts';

export function normalise(
  spins: Float64Array,
  attended: Float64Array,
  inverseLengths: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < spins.length; i += 3) {
    const x = spins[i] + attended[i];
    const y = spins[i + 1] + attended[i + 1];
    const z = spins[i + 2] + attended[i + 2];
    // A site without a spin, 0, stays one.
    const r = isMissing(spins, i) ? 0 : 1 / Math.sqrt(x * x + y * y + z * z);
    inverseLengths[i / 3] = r;
    out[i] = r * x;
    out[i + 1] = r * y;
    out[i + 2] = r * z;
  }
}

/** ∂E/∂S' to ∂E/∂u = (1 − S'S'ᵀ) ∂E/∂S' /|S + u|. */
export function normaliseAdjoint(
  output: Float64Array,
  inverseLengths: Float64Array,
  adjoint: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < output.length; i += 3) {
    const radial = adjoint[i] * output[i] + adjoint[i + 1] * output[i + 1] + adjoint[i + 2] * output[i + 2];
    for (let c = i; c < i + 3; c++) out[c] = inverseLengths[i / 3] * (adjoint[c] - radial * output[c]);
  }
}
