/**
 * Monotone rational-quadratic splines between knots at equal areas of the sphere. Within a bin of slope s, with slopes d₀ and d₁ at its ends and the place ξ from 0 to 1,
 *
 *   u′ = u′₀ + Δ [s ξ² + d₀ ξ(1 − ξ)]/[s + (d₀ + d₁ − 2s) ξ(1 − ξ)].
 *
 * J. A. Gregory and R. Delbourgo, IMA J. Numer. Anal. 2, 123 (1982); C. Durkan, A. Bekasov, I. Murray and G. Papamakarios, "Neural spline flows", NeurIPS 2019.
 */
import { exp, log } from '../../numeric/elementary.ts';
import type { CosineMap, Cut, Derivatives } from './cosine-map.ts';
import {
  type BySlopes,
  findPlace,
  type Knots,
  knotsOf,
  logSlopeByPlace,
  logSlopeBySlopes,
  type Place,
  partAbove,
  partBelow,
  partBelowBySlopes,
  slopeAt,
} from './spline-bins.ts';

/** The spline with `bins` bins. Parameters: one per bin, whose softmax gives the heights Δ, then log d at each of the `bins` + 1 knots. */
export function splineMap(bins: number): CosineMap {
  const knots: Knots = {
    heights: new Float64Array(bins),
    below: new Float64Array(bins + 1),
    above: new Float64Array(bins + 1),
  };
  /** The last place, and its bin. */
  const place: Place = { height: 0, slope: 0, lower: 0, upper: 0, xi: 0, zeta: 0 };
  let bin = 0;

  function enter(k: number, parameters: Float64Array, at: number): void {
    bin = k;
    place.height = knots.heights[k];
    place.slope = bins * place.height;
    place.lower = exp(parameters[at + bins + k]);
    place.upper = exp(parameters[at + bins + k + 1]);
  }

  return {
    parameterCount: 2 * bins + 1,
    move(cut, parameters, at, out) {
      knotsOf(parameters, at, knots);
      enter(Math.min(bins - 1, Math.floor(bins * cut.below)), parameters, at);
      setPlace(bins, cut, bin, place);
      out.below = knots.below[bin] + place.height * partBelow(place);
      out.above = knots.above[bin + 1] + place.height * partAbove(place);
      out.logSlope = log(slopeAt(place));
    },
    solve(cut, parameters, at, out) {
      knotsOf(parameters, at, knots);
      enter(lastBelow(knots.below, cut.below), parameters, at);
      findPlace(place, cut.below - knots.below[bin], cut.above - knots.above[bin + 1]);
      out.below = (bin + place.xi) / bins;
      out.above = (bins - 1 - bin + place.zeta) / bins;
      out.logSlope = log(slopeAt(place));
    },
    differentiate: (out) => differentiateAt(place, bin, knots, out),
  };
}

/** ξ and 1 − ξ in bin k, from the smaller share, which has more digits. */
function setPlace(bins: number, { below, above }: Readonly<Cut>, k: number, place: Place): void {
  if (below < above) {
    place.xi = bins * below - k;
    place.zeta = 1 - place.xi;
  } else {
    place.zeta = bins * above - (bins - 1 - k);
    place.xi = 1 - place.zeta;
  }
}

function lastBelow(knots: Float64Array, share: number): number {
  let k = knots.length - 2;
  while (k > 0 && knots[k] > share) k--;
  return k;
}

const bySlopes: BySlopes = { slope: 0, lower: 0, upper: 0 };

function differentiateAt(place: Place, k: number, { heights }: Knots, out: Derivatives): void {
  const { height, lower, upper } = place;
  const bins = heights.length;
  out.slope = slopeAt(place);
  out.logSlopeByCosine = (bins / 2) * logSlopeByPlace(place);
  // With respect to the heights first: those below the bin shift it.
  out.by.fill(0);
  for (let j = 0; j < k; j++) out.by[j] = 1;
  partBelowBySlopes(place, bySlopes);
  out.by[k] = partBelow(place) + height * bins * bySlopes.slope;
  throughSoftmax(heights, out.by);
  for (let j = 0; j < bins; j++) out.by[j] *= 2;
  out.by[bins + k] = 2 * height * bySlopes.lower * lower;
  out.by[bins + k + 1] = 2 * height * bySlopes.upper * upper;
  out.logSlopeBy.fill(0);
  logSlopeBySlopes(place, bySlopes);
  out.logSlopeBy[k] = bins * bySlopes.slope;
  throughSoftmax(heights, out.logSlopeBy);
  out.logSlopeBy[bins + k] = bySlopes.lower * lower;
  out.logSlopeBy[bins + k + 1] = bySlopes.upper * upper;
}

/** Derivatives by the heights Δ_j to those by the logarithms whose softmax they are. */
function throughSoftmax(heights: Float64Array, derivatives: Float64Array): void {
  let mean = 0;
  for (let j = 0; j < heights.length; j++) mean += heights[j] * derivatives[j];
  for (let j = 0; j < heights.length; j++) derivatives[j] = heights[j] * (derivatives[j] - mean);
}
