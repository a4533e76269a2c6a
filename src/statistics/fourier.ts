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
    for (let stride = 1; stride < n; ) {
      const two = 4 * stride <= n;
      (two ? twoStages : stage)(n, stride, roots, output, scratch);
      [output, scratch] = [scratch, output];
      stride *= two ? 4 : 2;
    }
    return output;
  };
}

/** Two stages in one pass over memory, with the operations of both and so bit-identical: first on elements half of x apart, then on the sums and on the products, which are half of y apart. */
function twoStages(n: number, stride: number, roots: Float64Array, x: Float64Array, y: Float64Array): void {
  const quarter = n / 4;
  const step = 2 * stride;
  for (let first = 0; first < quarter; first += stride) {
    const cosine0 = roots[2 * first];
    const sine0 = roots[2 * first + 1];
    const cosine1 = roots[2 * (first + quarter)];
    const sine1 = roots[2 * (first + quarter) + 1];
    const cosine = roots[4 * first];
    const sine = roots[4 * first + 1];
    for (let i = first; i < first + stride; i++) {
      const a = 2 * i;
      const b = a + n / 2;
      const c = a + n;
      const d = a + n + n / 2;
      const sumRe0 = x[a] + x[c];
      const sumIm0 = x[a + 1] + x[c + 1];
      const sumRe1 = x[b] + x[d];
      const sumIm1 = x[b + 1] + x[d + 1];
      const re0 = x[a] - x[c];
      const im0 = x[a + 1] - x[c + 1];
      const re1 = x[b] - x[d];
      const im1 = x[b + 1] - x[d + 1];
      const oddRe0 = re0 * cosine0 - im0 * sine0;
      const oddIm0 = re0 * sine0 + im0 * cosine0;
      const oddRe1 = re1 * cosine1 - im1 * sine1;
      const oddIm1 = re1 * sine1 + im1 * cosine1;
      const out = a + 6 * first;
      const sumRe = sumRe0 - sumRe1;
      const sumIm = sumIm0 - sumIm1;
      const oddRe = oddRe0 - oddRe1;
      const oddIm = oddIm0 - oddIm1;
      y[out] = sumRe0 + sumRe1;
      y[out + 1] = sumIm0 + sumIm1;
      y[out + step] = oddRe0 + oddRe1;
      y[out + step + 1] = oddIm0 + oddIm1;
      y[out + 2 * step] = sumRe * cosine - sumIm * sine;
      y[out + 2 * step + 1] = sumRe * sine + sumIm * cosine;
      y[out + 3 * step] = oddRe * cosine - oddIm * sine;
      y[out + 3 * step + 1] = oddRe * sine + oddIm * cosine;
    }
  }
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
