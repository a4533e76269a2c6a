/**
 * The map that takes a uniform cosine to that of a von Mises–Fisher distribution, of density ∝ exp(κ c):
 *
 *   g(c) = log(cosh κ + c sinh κ)/κ = 1 + log(u + (1 − u) e^{−2κ})/κ,  u = (1 + c)/2.
 *
 * It is the identity at κ = 0 and odd under a change of both signs, g_{−κ}(−c) = −g_κ(c), so a spin that it moves about a vector h with κ = |h| is an analytic function of h.
 * G. Ulrich, "Computer generation of distributions on the m-sphere", Appl. Statist. 33, 158 (1984).
 */
import { exp, expm1, log, log1p } from '../../numeric/elementary.ts';
import type { CosineMap } from './cosine-map.ts';

/** Its one parameter is the concentration κ, of either sign; below, all is that of |κ| with the sides of the sphere exchanged where κ < 0. */
export function createFisherMap(): CosineMap {
  /** The last place u, v = 1 − u and its image. */
  const place = { kappa: 0, lost: 0, isReflected: false, u: 0, v: 0, imageBelow: 0, imageAbove: 0, logSlope: 0 };
  return {
    parameterCount: 1,
    move({ below, above }, parameters, at, out) {
      const kappa = begin(place, parameters[at]);
      const [u, v] = place.isReflected ? [above, below] : [below, above];
      place.u = u;
      place.v = v;
      place.imageAbove = kappa === 0 ? v : -logTilted(u, v, place) / (2 * kappa);
      place.imageBelow = kappa === 0 ? u : shareBelow(u, kappa, place.imageAbove);
      place.logSlope = logSlopeAt(place, place.imageAbove);
      out.below = place.isReflected ? place.imageAbove : place.imageBelow;
      out.above = place.isReflected ? place.imageBelow : place.imageAbove;
      out.logSlope = place.logSlope;
    },
    solve({ below, above }, parameters, at, out) {
      const kappa = begin(place, parameters[at]);
      const [u, v] = place.isReflected ? [above, below] : [below, above];
      place.imageBelow = u;
      place.imageAbove = v;
      // u = (e^{2κu′} − 1)/(e^{2κ} − 1), and the same for the other side.
      place.u = kappa === 0 ? u : (exp(-2 * kappa * v) * -expm1(-2 * kappa * u)) / place.lost;
      place.v = kappa === 0 ? v : -expm1(-2 * kappa * v) / place.lost;
      place.logSlope = logSlopeAt(place, v);
      out.below = place.isReflected ? place.v : place.u;
      out.above = place.isReflected ? place.u : place.v;
      out.logSlope = place.logSlope;
    },
    differentiate(out) {
      const { kappa, lost, u, v, imageBelow, imageAbove } = place;
      const sign = place.isReflected ? -1 : 1;
      const decay = exp(-2 * kappa);
      const tilted = (u - v * decay) / (u + v * decay);
      out.slope = exp(place.logSlope);
      out.logSlopeByCosine = sign * (-kappa * out.slope);
      out.by[0] = kappa < SMALL ? smallDerivative(u - v, 4 * u * v, kappa) : (tilted - imageBelow + imageAbove) / kappa;
      out.logSlopeBy[0] = sign * (langevin(kappa, decay, lost) - tilted);
    },
  };
}

/** |κ|, and 1 − e^{−2|κ|}. */
interface Concentration {
  kappa: number;
  lost: number;
}

function begin(place: Concentration & { isReflected: boolean }, concentration: number): number {
  place.isReflected = concentration < 0;
  place.kappa = Math.abs(concentration);
  place.lost = -expm1(-2 * place.kappa);
  return place.kappa;
}

const logSlopeAt = ({ kappa, lost }: Concentration, imageAbove: number): number =>
  kappa === 0 ? 0 : 2 * kappa * imageAbove + log(lost / (2 * kappa));

/** log(u + v e^{−2κ}), to its own digits where it is close to 0. */
const logTilted = (u: number, v: number, { kappa, lost }: Concentration): number =>
  v * lost < 0.5 ? log1p(-v * lost) : log(u + v * exp(-2 * kappa));

/** e^{2κ} overflows beyond; at such concentrations no uniform number lies where the other way would lose digits. */
const LARGE = 300;

const shareBelow = (u: number, kappa: number, above: number): number =>
  kappa < LARGE ? log1p(u * expm1(2 * kappa)) / (2 * kappa) : 1 - above;

/** Below it the difference of two means over κ has lost more digits than its series lacks. */
const SMALL = 2e-3;

/** ∂g/∂κ = Σ_n (n − 1) k_n κ^{n−2}/n!, with the cumulants k_n of a variable ±1 of mean c: k_2 = 1 − c², k_{n+1} = (1 − c²) dk_n/dc. */
function smallDerivative(c: number, variance: number, kappa: number): number {
  const square = c * c;
  const third = -2 * c;
  const fourth = 6 * square - 2;
  const fifth = c * (16 - 24 * square);
  return variance * (1 / 2 + kappa * (third / 3 + kappa * (fourth / 8 + (kappa * fifth) / 30)));
}

/** coth κ − 1/κ, the mean cosine. */
function langevin(kappa: number, decay: number, lost: number): number {
  const square = kappa * kappa;
  if (kappa < 0.05) return kappa * (1 / 3 - square * (1 / 45 - square * (2 / 945 - square / 4725)));
  return (1 + decay) / lost - 1 / kappa;
}
