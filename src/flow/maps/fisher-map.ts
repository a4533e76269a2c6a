/**
 * The map that takes a uniform cosine to that of a von Mises–Fisher distribution, of density ∝ exp(κ c):
 *
 *   g(c) = log(cosh κ + c sinh κ)/κ = 1 + log(u + (1 − u) e^{−2κ})/κ,  u = (1 + c)/2.
 *
 * It is the identity at κ = 0 and odd under a change of both signs, g_{−κ}(−c) = −g_κ(c), so a spin that it moves about a vector h with κ = |h| is an analytic function of h.
 * G. Ulrich, "Computer generation of distributions on the m-sphere", Appl. Statist. 33, 158 (1984).
 */
import { exp, expm1, log, log1p } from '../../numeric/elementary.ts';
import type { CosineMap, Cut, Mapped } from './cosine-map.ts';

/** Its one parameter is the concentration κ, of either sign. */
export const fisherMap: CosineMap = {
  parameterCount: 1,
  apply({ below, above }, [concentration], out) {
    if (concentration < 0) {
      applyPositive(above, below, -concentration, out);
      reflect(out);
    } else applyPositive(below, above, concentration, out);
  },
  solve({ below, above }, [concentration], out) {
    if (concentration < 0) {
      solvePositive(above, below, -concentration, out);
      [out.below, out.above] = [out.above, out.below];
    } else solvePositive(below, above, concentration, out);
  },
};

/** From the map of −κ at −c to that of κ at c. */
function reflect(out: Mapped): void {
  [out.below, out.above] = [out.above, out.below];
  out.logSlopeByCosine = -out.logSlopeByCosine;
  out.logSlopeBy[0] = -out.logSlopeBy[0];
}

function applyPositive(u: number, v: number, kappa: number, out: Mapped): void {
  const decay = exp(-2 * kappa);
  const lost = -expm1(-2 * kappa);
  out.above = kappa === 0 ? v : -logTilted(u, v, decay, lost) / (2 * kappa);
  out.below = kappa === 0 ? u : shareBelow(u, kappa, out.above);
  out.logSlope = kappa === 0 ? 0 : 2 * kappa * out.above + log(lost / (2 * kappa));
  out.logSlopeByCosine = -kappa * exp(out.logSlope);
  const tilted = (u - v * decay) / (u + v * decay);
  out.by[0] = kappa < SMALL ? smallDerivative(u - v, 4 * u * v, kappa) : (tilted - out.below + out.above) / kappa;
  out.logSlopeBy[0] = langevin(kappa) - tilted;
}

/** log(u + v e^{−2κ}), to its own digits where it is close to 0. */
const logTilted = (u: number, v: number, decay: number, lost: number): number =>
  v * lost < 0.5 ? log1p(-v * lost) : log(u + v * decay);

/** e^{2κ} overflows beyond; at such concentrations no uniform number lies where the other way would lose digits. */
const LARGE = 300;

const shareBelow = (u: number, kappa: number, above: number): number =>
  kappa < LARGE ? log1p(u * expm1(2 * kappa)) / (2 * kappa) : 1 - above;

/** u = (e^{2κu′} − 1)/(e^{2κ} − 1), and the same for the other side. */
function solvePositive(u: number, v: number, kappa: number, out: Cut): void {
  const lost = -expm1(-2 * kappa);
  out.below = kappa === 0 ? u : (exp(-2 * kappa * v) * -expm1(-2 * kappa * u)) / lost;
  out.above = kappa === 0 ? v : -expm1(-2 * kappa * v) / lost;
}

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
function langevin(kappa: number): number {
  const square = kappa * kappa;
  if (kappa < 0.05) return kappa * (1 / 3 - square * (1 / 45 - square * (2 / 945 - square / 4725)));
  return (1 + exp(-2 * kappa)) / -expm1(-2 * kappa) - 1 / kappa;
}
