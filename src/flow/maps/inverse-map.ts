/** The inverse of a map with its derivatives, by the theorem on implicit functions. */
import { exp } from '../../numeric/elementary.ts';
import { type CosineMap, type Cut, createMapped, type Mapped } from './cosine-map.ts';

/** The map g⁻¹, as `apply` of `map` gives g: with −log g′ for the slope, ∂c/∂p = −(∂g/∂p)/g′ and so on. */
export function inverseOf(map: CosineMap): CosineMap {
  const from: Cut = { below: 0, above: 0 };
  const forward = createMapped(map.parameterCount);
  return {
    parameterCount: map.parameterCount,
    apply(cut, parameters, out) {
      map.solve(cut, parameters, from);
      map.apply(from, parameters, forward);
      out.below = from.below;
      out.above = from.above;
      reverseDerivatives(forward, out);
    },
    solve(cut, parameters, out) {
      map.apply(cut, parameters, forward);
      out.below = forward.below;
      out.above = forward.above;
    },
  };
}

function reverseDerivatives({ logSlope, logSlopeByCosine, by, logSlopeBy }: Mapped, out: Mapped): void {
  const inverseSlope = exp(-logSlope);
  out.logSlope = -logSlope;
  out.logSlopeByCosine = -logSlopeByCosine * inverseSlope;
  for (let p = 0; p < by.length; p++) {
    out.by[p] = -by[p] * inverseSlope;
    out.logSlopeBy[p] = logSlopeByCosine * by[p] * inverseSlope - logSlopeBy[p];
  }
}
