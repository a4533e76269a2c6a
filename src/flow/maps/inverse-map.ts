/** The inverse of a map, by the theorem on implicit functions. */
import type { Derivatives } from './cosine-map.ts';

/** The derivatives of g⁻¹ at g(c) from those of g at c: its slope 1/g′, ∂c/∂p = −(∂g/∂p)/g′ and so on. */
export function reverseDerivatives(forward: Derivatives, out: Derivatives): void {
  const inverseSlope = 1 / forward.slope;
  const bend = forward.logSlopeByCosine * inverseSlope;
  out.slope = inverseSlope;
  out.logSlopeByCosine = -bend;
  for (let p = 0; p < forward.by.length; p++) {
    out.by[p] = -forward.by[p] * inverseSlope;
    out.logSlopeBy[p] = bend * forward.by[p] - forward.logSlopeBy[p];
  }
}
