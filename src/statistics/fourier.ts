import { cosTurns, sinTurns } from '../numeric/elementary.ts';

/** X_k = Σ_s x_s e^{−2πi ks/n} of complex numbers, real and imaginary parts alternately; the result stays valid until the next call. */
export type FourierTransform = (input: Float64Array) => Float64Array;

/**
 * The discrete Fourier transform of n = 2^m complex numbers.
 *
 * Stockham's form of the fast transform (W. T. Cochran et al., Proc. IEEE 55, 1664, 1967): every stage writes its output in the order
 * the next one reads, so that no bits need reversing. Rounding errors grow as √m units in the last place of the norm.
 */
export function fourierTransform(n: number): FourierTransform {
  const roots = new Float64Array(n);
  for (let j = 0; j < n / 2; j++) {
    roots[2 * j] = cosTurns(j / n);
    roots[2 * j + 1] = -sinTurns(j / n);
  }
  let output: Float64Array = new Float64Array(2 * n);
  let scratch: Float64Array = new Float64Array(2 * n);
  return (input) => {
    output.set(input);
    for (let stride = 1; stride < n; stride *= 2) {
      stage(n, stride, roots, output, scratch);
      [output, scratch] = [scratch, output];
    }
    return output;
  };
}

/** Butterflies of the `stride` interleaved transforms of length n/stride: halves of x become even and odd elements of y. */
function stage(n: number, stride: number, roots: Float64Array, x: Float64Array, y: Float64Array): void {
  const half = n / 2;
  for (let first = 0; first < half; first += stride) {
    const cosine = roots[2 * first];
    const sine = roots[2 * first + 1];
    for (let i = first; i < first + stride; i++) {
      const a = 2 * i;
      const b = a + n;
      const even = a + 2 * first;
      const odd = even + 2 * stride;
      const real = x[a] - x[b];
      const imaginary = x[a + 1] - x[b + 1];
      y[even] = x[a] + x[b];
      y[even + 1] = x[a + 1] + x[b + 1];
      y[odd] = real * cosine - imaginary * sine;
      y[odd + 1] = real * sine + imaginary * cosine;
    }
  }
}
