/** The map of von Mises and Fisher: src/flow/maps/fisher-map.ts. */
import { exp, expm1, log, log1p } from '../numeric/elementary';

/** Where the last move or solution led. */
export let fisherBelow: f64 = 0, fisherAbove: f64 = 0, fisherLogSlope: f64 = 0;
/** Its derivatives: those of log g′ by the cosine and by κ, and that of g by κ. */
export let fisherSlope: f64 = 0, fisherLogSlopeByCosine: f64 = 0, fisherBy: f64 = 0, fisherLogSlopeBy: f64 = 0;

let kappa: f64 = 0, lost: f64 = 0, isReflected = false;
let u: f64 = 0, v: f64 = 0, imageBelow: f64 = 0, imageAbove: f64 = 0;

function begin(concentration: f64): void {
  isReflected = concentration < 0;
  kappa = Math.abs(concentration);
  lost = -expm1(-2 * kappa);
}

export function moveFisher(below: f64, above: f64, concentration: f64): void {
  begin(concentration);
  u = isReflected ? above : below;
  v = isReflected ? below : above;
  imageAbove = kappa == 0 ? v : -logTilted() / (2 * kappa);
  imageBelow = kappa == 0 ? u : shareBelow();
  fisherLogSlope = logSlopeAt(imageAbove);
  fisherBelow = isReflected ? imageAbove : imageBelow;
  fisherAbove = isReflected ? imageBelow : imageAbove;
}

export function solveFisher(below: f64, above: f64, concentration: f64): void {
  begin(concentration);
  imageBelow = isReflected ? above : below;
  imageAbove = isReflected ? below : above;
  u = kappa == 0 ? imageBelow : (exp(-2 * kappa * imageAbove) * -expm1(-2 * kappa * imageBelow)) / lost;
  v = kappa == 0 ? imageAbove : -expm1(-2 * kappa * imageAbove) / lost;
  fisherLogSlope = logSlopeAt(imageAbove);
  fisherBelow = isReflected ? v : u;
  fisherAbove = isReflected ? u : v;
}

export function differentiateFisher(): void {
  const sign: f64 = isReflected ? -1 : 1;
  const decay = exp(-2 * kappa);
  const tilted = (u - v * decay) / (u + v * decay);
  fisherSlope = exp(fisherLogSlope);
  fisherLogSlopeByCosine = sign * (-kappa * fisherSlope);
  fisherBy = kappa < SMALL ? smallDerivative(u - v, 4 * u * v) : (tilted - imageBelow + imageAbove) / kappa;
  fisherLogSlopeBy = sign * (langevin(decay) - tilted);
}

function logSlopeAt(above: f64): f64 {
  return kappa == 0 ? 0 : 2 * kappa * above + log(lost / (2 * kappa));
}

function logTilted(): f64 {
  return v * lost < 0.5 ? log1p(-v * lost) : log(u + v * exp(-2 * kappa));
}

const LARGE: f64 = 300;

function shareBelow(): f64 {
  return kappa < LARGE ? log1p(u * expm1(2 * kappa)) / (2 * kappa) : 1 - imageAbove;
}

const SMALL: f64 = 2e-3;

function smallDerivative(c: f64, variance: f64): f64 {
  const square = c * c;
  const third = -2 * c;
  const fourth = 6 * square - 2;
  const fifth = c * (16 - 24 * square);
  return variance * (1.0 / 2 + kappa * (third / 3 + kappa * (fourth / 8 + (kappa * fifth) / 30)));
}

function langevin(decay: f64): f64 {
  const square = kappa * kappa;
  if (kappa < 0.05) return kappa * (1.0 / 3 - square * (1.0 / 45 - square * (2.0 / 945 - square / 4725)));
  return (1 + decay) / lost - 1 / kappa;
}
