/**
 * Monotone rational-quadratic splines between knots at equal areas of the sphere. Within a bin of slope s, with slopes d₀ and d₁ at its ends and the place ξ from 0 to 1,
 *
 *   u′ = u′₀ + Δ [s ξ² + d₀ ξ(1 − ξ)]/[s + (d₀ + d₁ − 2s) ξ(1 − ξ)].
 *
 * J. A. Gregory and R. Delbourgo, IMA J. Numer. Anal. 2, 123 (1982); C. Durkan, A. Bekasov, I. Murray and G. Papamakarios, "Neural spline flows", NeurIPS 2019.
 */
import { exp } from '../../numeric/elementary.ts';
import type { CosineMap, Cut, Mapped } from './cosine-map.ts';
import { type Bin, fractionsOf, type Knots, knotsOf, placeIn } from './spline-bins.ts';

/** The spline with `bins` bins. Parameters: one per bin, whose softmax gives the heights Δ, then log d at each of the `bins` + 1 knots. */
export function splineMap(bins: number): CosineMap {
  const knots: Knots = {
    heights: new Float64Array(bins),
    below: new Float64Array(bins + 1),
    above: new Float64Array(bins + 1),
  };
  return {
    parameterCount: 2 * bins + 1,
    apply(cut, parameters, out) {
      knotsOf(parameters, knots);
      const k = Math.min(bins - 1, Math.floor(bins * cut.below));
      const [xi, zeta] = placeOf(bins, cut, k);
      applyIn(binAt(knots, parameters, k), k, xi, zeta, knots, out);
    },
    solve(cut, parameters, out) {
      knotsOf(parameters, knots);
      const k = lastBelow(knots.below, cut.below);
      const [xi, zeta] = placeIn(
        binAt(knots, parameters, k),
        cut.below - knots.below[k],
        cut.above - knots.above[k + 1],
      );
      out.below = (k + xi) / bins;
      out.above = (bins - 1 - k + zeta) / bins;
    },
  };
}

/** ξ and 1 − ξ in bin k, from the smaller share, which has more digits. */
function placeOf(bins: number, { below, above }: Readonly<Cut>, k: number): [number, number] {
  if (below < above) {
    const xi = bins * below - k;
    return [xi, 1 - xi];
  }
  const zeta = bins * above - (bins - 1 - k);
  return [1 - zeta, zeta];
}

function binAt({ heights }: Knots, parameters: Float64Array, k: number): Bin {
  const bins = heights.length;
  const at = bins + k;
  return { height: heights[k], slope: bins * heights[k], lower: exp(parameters[at]), upper: exp(parameters[at + 1]) };
}

function lastBelow(knots: Float64Array, share: number): number {
  let k = knots.length - 2;
  while (k > 0 && knots[k] > share) k--;
  return k;
}

function applyIn(bin: Bin, k: number, xi: number, zeta: number, knots: Knots, out: Mapped): void {
  const bins = knots.heights.length;
  const { value, complement, logSlope, logSlopeByPlace, by, logSlopeBy } = fractionsOf(bin, xi, zeta);
  out.below = knots.below[k] + bin.height * value;
  out.above = knots.above[k + 1] + bin.height * complement;
  out.logSlope = logSlope;
  out.logSlopeByCosine = (bins / 2) * logSlopeByPlace;
  // With respect to the heights first: those below the bin shift it.
  out.by.fill(0);
  out.logSlopeBy.fill(0);
  for (let j = 0; j < k; j++) out.by[j] = 1;
  out.by[k] = value + bin.height * bins * by.slope;
  out.logSlopeBy[k] = bins * logSlopeBy.slope;
  throughSoftmax(knots.heights, out.by);
  throughSoftmax(knots.heights, out.logSlopeBy);
  for (let j = 0; j < bins; j++) out.by[j] *= 2;
  out.by[bins + k] = 2 * bin.height * by.lower * bin.lower;
  out.by[bins + k + 1] = 2 * bin.height * by.upper * bin.upper;
  out.logSlopeBy[bins + k] = logSlopeBy.lower * bin.lower;
  out.logSlopeBy[bins + k + 1] = logSlopeBy.upper * bin.upper;
}

/** Derivatives by the heights Δ_j to those by the logarithms whose softmax they are. */
function throughSoftmax(heights: Float64Array, derivatives: Float64Array): void {
  let mean = 0;
  for (let j = 0; j < heights.length; j++) mean += heights[j] * derivatives[j];
  for (let j = 0; j < heights.length; j++) derivatives[j] = heights[j] * (derivatives[j] - mean);
}
