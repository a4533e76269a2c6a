import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';

/** x_k = a x_{k−1} + √(1 − a²) ξ_k from its stationary distribution: mean 0, variance 1, ρ(t) = a^t. */
export function autoregressive(count: number, a: number, stream: number): Float64Array {
  const x = new Float64Array(count);
  fillNormal(philoxStream(2023, stream), x);
  const noise = Math.sqrt(1 - a * a);
  for (let k = 1; k < count; k++) x[k] = a * x[k - 1] + noise * x[k];
  return x;
}

/** ½ Σ_t a^|t| */
export const autoregressiveTau = (a: number): number => (0.5 * (1 + a)) / (1 - a);

/** Variance of the mean of N consecutive samples, exactly: Σ_t (N − |t|) a^|t| / N². */
export function varianceOfMean(count: number, a: number): number {
  return ((1 + a) / (1 - a) - (2 * a * (1 - a ** count)) / (count * (1 - a) ** 2)) / count;
}

/** Numbers that another language makes from the same line, with ties. */
export function integers(count: number, modulus: number, shift: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => ((k * k * 7919 + k * 104729 + shift) % 10007) % modulus);
}
