/** One map after the other. */
import { exp } from '../../numeric/elementary.ts';
import { type CosineMap, type Cut, createMapped } from './cosine-map.ts';

/** c → second(first(c)); the parameters of the first come first. */
export function composedMap(first: CosineMap, second: CosineMap): CosineMap {
  const split = first.parameterCount;
  const inner = createMapped(split);
  const outer = createMapped(second.parameterCount);
  const between: Cut = { below: 0, above: 0 };
  return {
    parameterCount: split + second.parameterCount,
    apply(cut, parameters, out) {
      first.apply(cut, parameters, inner);
      second.apply(inner, parameters.subarray(split), outer);
      const outerSlope = exp(outer.logSlope);
      out.below = outer.below;
      out.above = outer.above;
      out.logSlope = inner.logSlope + outer.logSlope;
      out.logSlopeByCosine = inner.logSlopeByCosine + outer.logSlopeByCosine * exp(inner.logSlope);
      for (let p = 0; p < split; p++) {
        out.by[p] = outerSlope * inner.by[p];
        out.logSlopeBy[p] = inner.logSlopeBy[p] + outer.logSlopeByCosine * inner.by[p];
      }
      out.by.set(outer.by, split);
      out.logSlopeBy.set(outer.logSlopeBy, split);
    },
    solve(cut, parameters, out) {
      second.solve(cut, parameters.subarray(split), between);
      first.solve(between, parameters, out);
    },
  };
}
