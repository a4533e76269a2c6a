/** One map after the other. */
import { type CosineMap, createDerivatives, createMoved } from './cosine-map.ts';

/** c → second(first(c)); the parameters of the first come first. */
export function composedMap(first: CosineMap, second: CosineMap): CosineMap {
  const split = first.parameterCount;
  const between = createMoved();
  const [inner, outer] = [createDerivatives(split), createDerivatives(second.parameterCount)];
  return {
    parameterCount: split + second.parameterCount,
    move(cut, parameters, at, out) {
      first.move(cut, parameters, at, between);
      second.move(between, parameters, at + split, out);
      out.logSlope = between.logSlope + out.logSlope;
    },
    solve(cut, parameters, at, out) {
      second.solve(cut, parameters, at + split, between);
      first.solve(between, parameters, at, out);
      out.logSlope = out.logSlope + between.logSlope;
    },
    differentiate(out) {
      first.differentiate(inner);
      second.differentiate(outer);
      out.slope = inner.slope * outer.slope;
      out.logSlopeByCosine = inner.logSlopeByCosine + outer.logSlopeByCosine * inner.slope;
      for (let p = 0; p < split; p++) {
        out.by[p] = outer.slope * inner.by[p];
        out.logSlopeBy[p] = inner.logSlopeBy[p] + outer.logSlopeByCosine * inner.by[p];
      }
      for (let p = 0; p < outer.by.length; p++) {
        out.by[split + p] = outer.by[p];
        out.logSlopeBy[split + p] = outer.logSlopeBy[p];
      }
    },
  };
}
