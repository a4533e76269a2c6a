import { exp, expm1 } from './exponential.ts';
import { log, log1p } from './logarithm.ts';

export function sinh(x: number): number {
  if (x < 0) return -sinh(-x);
  // Beyond 22, e^−x is lost beside e^x; in halves, so that e^x does not overflow before sinh does.
  if (x > 22) return 0.5 * exp(0.5 * x) * exp(0.5 * x);
  const growth = expm1(x);
  return 0.5 * (growth + growth / (growth + 1));
}

export function cosh(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude > 22) return 0.5 * exp(0.5 * magnitude) * exp(0.5 * magnitude);
  const growth = exp(magnitude);
  return 0.5 * (growth + 1 / growth);
}

export function tanh(x: number): number {
  if (x < 0) return -tanh(-x);
  if (x > 22) return 1;
  const growth = expm1(2 * x);
  return growth / (growth + 2);
}

export function asinh(x: number): number {
  if (x < 0) return -asinh(-x);
  if (x > 1e150) return log(x) + Math.LN2;
  return log1p(x + (x * x) / (1 + Math.sqrt(1 + x * x)));
}
